//! Walks through lists.

use super::Client;
use crate::list::{List, Pages, Scan, Scanner};

impl Client {
    /// Walks through a list page after page, as the portal counts them off.
    ///
    /// [`scan`](Self::scan) is faster, and finds every row whatever is added or removed meanwhile; this is
    /// for lists whose rows have no id to go by, or are wanted in another order.
    ///
    /// ```
    /// use b24::{Client, b24_method, b24_object};
    ///
    /// #[b24_object(result, rename_all = "camelCase")]
    /// struct Item {
    ///     id: u64,
    ///     title: String,
    /// }
    ///
    /// #[b24_method("crm.item.list", at = "items", returns = Vec<Item>)]
    /// struct ItemList {
    ///     #[b24(required)]
    ///     entity_type_id: u64,
    ///     order: Option<b24::Order>,
    /// }
    ///
    /// let portal = b24_portal::Portal::start()?;
    /// portal.fill("crm.item.list", 120);
    /// let client = Client::webhook(portal.webhook())?;
    ///
    /// let mut items = client.pages(&ItemList::new(2));
    /// let first = items.next().transpose()?;
    /// println!("{} and {} more", first.unwrap().title, items.total().unwrap() - 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn pages<M: List>(&self, method: &M) -> Pages<'_, M> {
        Pages::new(self, method)
    }

    /// Walks through a list by the ids of its rows: each that exists throughout comes once, whatever is
    /// added or removed meanwhile, and up to 50 pages come in a request.
    ///
    /// ```
    /// use b24::{Client, b24_method, b24_object};
    ///
    /// #[b24_object(result, rename_all = "camelCase")]
    /// struct Task {
    ///     id: u64,
    ///     title: String,
    /// }
    ///
    /// #[b24_method("tasks.task.list", at = "tasks", returns = Vec<Task>)]
    /// struct TaskList;
    ///
    /// let portal = b24_portal::Portal::start()?;
    /// portal.fill("tasks.task.list", 3_000);
    /// let client = Client::webhook(portal.webhook())?;
    ///
    /// let mut tasks = client.scan(&TaskList::new());
    /// for task in tasks.by_ref().take(1_000) {
    ///     println!("{}", task?.title);
    /// }
    ///
    /// // Later, or in another process:
    /// let kept = tasks.position().to_string();
    /// assert_eq!(kept, "id>1000");
    /// let rest = client.scan(&TaskList::new()).from(kept.parse()?);
    /// assert_eq!(rest.count(), 2_000);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn scan<M: Scan>(&self, method: &M) -> Scanner<'_, M> {
        Scanner::new(self, method)
    }

    /// How many of so many runs of a method fit into the computing time that it has left.
    pub(crate) fn room(&self, method: &str, most: usize) -> usize {
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        let room = self.inner.pace.room(&*self.inner.clock, method, most);
        usize::try_from(room).unwrap_or(usize::MAX)
    }
}
