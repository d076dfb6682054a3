//! The contacts that programs have made.

use std::collections::BTreeMap;

use super::Portal;
use crate::Contact;

impl Portal {
    /// The contacts of the portal, oldest first: what was made with `crm.contact.add`, as
    /// `crm.contact.update` has left it.
    #[must_use]
    pub fn contacts(&self) -> Vec<Contact> {
        self.sandbox().world.contacts.all().collect()
    }

    /// How many contacts there are; quicker than to look at them all.
    #[must_use]
    pub fn contact_count(&self) -> usize {
        self.sandbox().world.contacts.len()
    }

    /// The values of a field that more than one contact has, each with how many have it: what an
    /// import has made twice, where the field is one that is never the same in two. Contacts
    /// without the field do not count.
    ///
    /// ```
    /// use std::io::{Read, Write};
    /// # fn get(url: &str) -> std::io::Result<String> {
    /// #     let (host, path) = url.trim_start_matches("http://").split_once('/').unwrap();
    /// #     let mut socket = std::net::TcpStream::connect(host)?;
    /// #     write!(socket, "GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
    /// #     let mut answer = String::new();
    /// #     socket.read_to_string(&mut answer)?;
    /// #     Ok(answer)
    /// # }
    ///
    /// let portal = b24_portal::Portal::start()?;
    /// for origin in ["a-1", "a-2", "a-1"] {
    ///     let query = format!("fields[NAME]=Ada&fields[ORIGIN_ID]={origin}");
    ///     get(&format!("{}crm.contact.add?{query}", portal.webhook()))?;
    /// }
    ///
    /// assert_eq!(portal.contact_count(), 3);
    /// assert_eq!(portal.contacts()[0].fields["NAME"], "Ada");
    /// let twice = portal.duplicate_contacts("ORIGIN_ID");
    /// assert_eq!(twice.into_iter().collect::<Vec<_>>(), [("a-1".to_owned(), 2)]);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn duplicate_contacts(&self, field: &str) -> BTreeMap<String, usize> {
        self.sandbox().world.contacts.duplicates(field)
    }
}
