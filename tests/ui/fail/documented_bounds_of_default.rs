use b24::b24_object;

#[b24_object("booking.v1.resource.slots.set", "slots", parameter)]
struct Slot {
    #[b24(default = 1500)]
    from: Option<u64>,
    #[b24(required)]
    to: u64,
    #[b24(required)]
    timezone: String,
    #[b24(required)]
    week_days: Vec<String>,
    #[b24(required)]
    slot_size: u64,
}

fn main() {}
