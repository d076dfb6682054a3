use b24::b24_method;

#[b24_method("tasks.flow.Flow.pin")]
struct FlowPin {
    #[b24(required)]
    flow_id: u64,
    auth: Option<String>,
}

fn main() {}
