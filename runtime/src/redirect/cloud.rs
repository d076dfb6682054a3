//! The domains under which Bitrix24 gives portals their names.

/// One zone each, from which no portal moves to another: what is under `bitrix24.site` or
/// `bitrix24.shop` are pages of customers, and no portals.
const DOMAINS: [&str; 25] = [
    "bitrix24.am",
    "bitrix24.by",
    "bitrix24.cn",
    "bitrix24.co",
    "bitrix24.com",
    "bitrix24.com.br",
    "bitrix24.com.tr",
    "bitrix24.de",
    "bitrix24.es",
    "bitrix24.eu",
    "bitrix24.fr",
    "bitrix24.id",
    "bitrix24.in",
    "bitrix24.it",
    "bitrix24.jp",
    "bitrix24.kz",
    "bitrix24.la",
    "bitrix24.ma",
    "bitrix24.mx",
    "bitrix24.pl",
    "bitrix24.ru",
    "bitrix24.ua",
    "bitrix24.uk",
    "bitrix24.uz",
    "bitrix24.vn",
];

/// The domain of a portal in the cloud: that which follows the one label of its name.
pub(super) fn domain(host: &str) -> Option<&str> {
    let (label, domain) = host.split_once('.')?;
    (!label.is_empty() && DOMAINS.contains(&domain)).then_some(domain)
}
