use std::collections::BTreeMap;

use b24::b24_method;

#[b24_method("test.workflow.start", unlisted)]
struct WorkflowStart {
    #[b24(kind = map<text>)]
    parameters: Option<BTreeMap<String, bool>>,
}

fn main() {}
