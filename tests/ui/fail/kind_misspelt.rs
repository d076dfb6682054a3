use b24::b24_method;

#[b24_method("test.deal.add", unlisted)]
struct DealAdd {
    #[b24(kind = Integer)]
    id: Option<u64>,
    #[b24(kind = interger)]
    category_id: Option<u64>,
    #[b24(kind = int)]
    type_id: Option<u64>,
    #[b24(kind = string)]
    title: Option<String>,
    #[b24(kind = bool)]
    opened: Option<bool>,
    #[b24(kind = datetime)]
    begindate: Option<String>,
    #[b24(kind = array)]
    contact_ids: Option<Vec<u64>>,
    #[b24(kind = Vec<integer>)]
    observers: Option<Vec<u64>>,
    #[b24(kind = list)]
    tags: Option<Vec<String>>,
    #[b24(kind = string | null)]
    comments: Option<String>,
}

fn main() {}
