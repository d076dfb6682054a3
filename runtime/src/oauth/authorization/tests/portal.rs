//! With the authorization server of a sandbox portal.

use std::path::PathBuf;
use std::thread;

use b24_portal::Portal;

use super::*;
use crate::clock::SystemClock;
use crate::oauth::{AuthorizationServer, FileStore};
use crate::transport::{Limits, Transport, UreqTransport};

/// A file that goes with the test.
struct File(PathBuf);

impl File {
    fn new(test: &str, portal: &Portal) -> Self {
        let name = format!("b24-{test}-{}.json", std::process::id());
        let path = std::env::temp_dir().join(name);
        let tokens = Tokens::from_json(&portal.tokens()).unwrap();
        FileStore::new(&path).save(&tokens).unwrap();
        Self(path)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
        let _ = std::fs::remove_file(self.0.with_added_extension("lock"));
    }
}

fn of(portal: &Portal, file: &File) -> Authorization {
    let its = portal.application();
    let server = AuthorizationServer::Custom(portal.url().to_owned());
    let application = Application::new(&its.client_id, &its.client_secret).unwrap();
    let store = Box::new(FileStore::new(&file.0));
    Authorization::from_store(application.server(server).unwrap(), store).unwrap()
}

fn renew_there(authorization: &Authorization, stale: &Arc<Tokens>) -> Result<Arc<Tokens>, Error> {
    let transport = UreqTransport::default();
    let send = |request: Request<Vec<u8>>| transport.send(request, &Limits::default());
    // They wait for each other, and the portal's clock is that of the machine too.
    renew(authorization, stale, &SystemClock, &send).map(|_| authorization.tokens())
}

#[test]
fn all_who_share_a_file_spend_each_refresh_token_once() {
    let portal = Portal::start().unwrap();
    let file = File::new("shared", &portal);
    for round in 1..=3 {
        // Others each time: nobody renews twice within a minute.
        let everyone: Vec<Authorization> = (0..8).map(|_| of(&portal, &file)).collect();
        let renewed: Vec<Arc<Tokens>> = thread::scope(|scope| {
            let threads: Vec<_> = everyone
                .iter()
                .map(|one| scope.spawn(move || renew_there(one, &one.tokens()).unwrap()))
                .collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(renewed.windows(2).all(|pair| pair[0] == pair[1]));
        assert_eq!(portal.renewals(), round);
    }
}

#[test]
fn an_application_that_was_removed_asks_once() {
    let portal = Portal::start().unwrap();
    let file = File::new("removed", &portal);
    let authorization = of(&portal, &file);
    portal.uninstall();
    for _ in 0..5 {
        let error = renew_there(&authorization, &authorization.tokens()).unwrap_err();
        let refused = error.api().unwrap();
        assert_eq!(refused.system_code(), Some(SystemCode::NotInstalled));
        assert_eq!(refused.status(), 401);
    }
    assert_eq!(portal.executions("oauth/token"), 1);
}
