use b24::b24_method;

struct Foreign;

#[b24_method("my.list", unlisted, list(rows = "items", row = "x", id = id))]
struct Misspelled;

#[b24_method("my.list", unlisted, list(filter = "FILTER", offset = "OFFSET", page = "PAGE", rows = ""))]
struct Twice;

#[b24_method("my.list", unlisted, at = "items", list(rows = "rows"))]
struct Beside;

#[b24_method("my.list", unlisted, list(item = Foreign))]
struct NotDecoded;

#[b24_method("my.list", unlisted, list = "items")]
struct NotOptions;

#[b24_method("my.list", unlisted, list(returns = Vec<u64>))]
struct Elsewhere;

fn main() {}
