//! The table of portals that are elsewhere.

use b24::Outcome::{self, NotExecuted};
use b24::TransportErrorKind::{Licence, Redirect};
use b24_portal::Portal;

use crate::calls::Call;
use crate::row::Cell::{self, Got, Lost};
use crate::row::Kind::{self, Transport};
use crate::sandbox::{Caller, Sandbox};
use crate::trials::{at_once, tried};

/// Where the portal sends everybody.
struct Row {
    place: &'static str,
    send: fn(&Portal),
    /// What comes of each kind of call, and its error.
    cell: Cell,
    error: Option<(Kind, Outcome)>,
    /// How many requests that takes.
    requests: usize,
}

const fn followed(place: &'static str, send: fn(&Portal), requests: usize) -> Row {
    Row {
        place,
        send,
        cell: Got(1),
        error: None,
        requests,
    }
}

const fn refused(place: &'static str, send: fn(&Portal), kind: Kind) -> Row {
    Row {
        place,
        send,
        cell: Lost(0),
        error: Some((kind, NotExecuted)),
        requests: 1,
    }
}

fn rename(portal: &Portal) -> String {
    portal.rename().unwrap()
}

/// The method, the body and the credentials go along, but to the portal only.
#[rustfmt::skip]
const REDIRECTS: &[Row] = &[
    //       to where                                         how                                                        what becomes of a call
    followed("another name",                                  |portal| drop(rename(portal)),                             2),
    followed("another name, for good",                        |portal| portal.move_with_status(301, &rename(portal)),    2),
    followed("another name, to be asked by GET",              |portal| portal.move_with_status(303, &rename(portal)),    2),
    followed("another name, for now",                         |portal| portal.move_with_status(307, &rename(portal)),    2),
    followed("another name, for good and with its method",    |portal| portal.move_with_status(308, &rename(portal)),    2),
    refused("a host that is not the portal's",                |portal| portal.move_to("https://acme.example"),           Transport(Redirect)),
    refused("pages of customers",                             |portal| portal.move_to("https://acme.bitrix24.site"),     Transport(Redirect)),
    refused("an address that anybody on the way can read",    |portal| portal.move_to("http://acme.bitrix24.com"),       Transport(Redirect)),
    refused("another page of its own",                        |portal| portal.move_to(&format!("{}/login", portal.url())), Transport(Redirect)),
    refused("no place at all",                                |portal| portal.move_to("::"),                             Transport(Redirect)),
    refused("the page of an ended licence",                   Portal::expire_licence,                                    Transport(Licence)),
];

#[test]
fn a_call_goes_where_its_portal_is_and_nowhere_else() {
    let mut cells = Vec::new();
    for row in REDIRECTS {
        for caller in Caller::BOTH {
            cells.extend(Call::ALL.map(|call| (row, caller, call)));
        }
    }
    at_once(&cells, |&(row, caller, call)| {
        let sandbox = Sandbox::start(Portal::builder(), caller, |client| client);
        (row.send)(&sandbox.portal);
        let seen = sandbox.call(call);
        let what = format!("{}, {caller:?}, {call:?}: {seen:?}", row.place);
        assert_eq!(sandbox.portal.requests().len(), row.requests, "{what}");
        match (&seen.answer, row.cell) {
            (Ok(_), Got(executions)) | (Err(_), Lost(executions)) => {
                assert_eq!(seen.executions, executions, "{what}");
            }
            _ => panic!("{what}"),
        }
        let error = seen.answer.as_ref().err();
        assert_eq!(
            error.map(|error| (Kind::of(error), error.outcome())),
            row.error,
            "{what}"
        );
        assert!(seen.took.is_zero(), "{what}");
        let tried = tried(sandbox, call);
        assert!(tried.recovered, "{what}");
        assert_eq!(tried.leaks, [""; 0], "{what}");
    });
}
