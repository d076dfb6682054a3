//! Paths of pages, as links have them.

/// A link's target from a page, as a path below the root of the documentation, without `.md`. `None`
/// for addresses elsewhere.
pub(crate) fn resolve(page: &str, target: &str) -> Option<String> {
    let target = target.split('#').next().unwrap_or_default();
    let target = target
        .strip_suffix(".md")
        .or_else(|| target.strip_suffix(".html"))?;
    if target.contains("://") {
        return None;
    }
    if let Some(absolute) = target.strip_prefix('/') {
        return Some(absolute.to_owned());
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            // Above the root there is nothing.
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn a_target_counts_from_the_page() {
        let from = |target| resolve("api/crm/deals/add.md", target);
        assert_eq!(from("../index.md#a").as_deref(), Some("api/crm/index"));
        assert_eq!(from("./get.md").as_deref(), Some("api/crm/deals/get"));
        assert_eq!(from("get.md").as_deref(), Some("api/crm/deals/get"));
        assert_eq!(from("/limits.html").as_deref(), Some("limits"));
        assert_eq!(from("../../../../../x.md").as_deref(), Some("x"));
        assert_eq!(from("https://example.com/x.html"), None);
        assert_eq!(from("#here"), None);
    }
}
