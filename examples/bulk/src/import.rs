//! Contacts from a CSV file, each made once.

use std::cell::Cell;
use std::fmt;
use std::fmt::Write as _;
use std::io::Read;

use b24::{Client, Error, Id, Journal, b24_method};
use csv::{Reader, StringRecord};
use serde_json::{Map, Value, json};

/// The column that tells contacts apart: the same in every run, and never twice in a file.
const KEY: &str = "ORIGIN_ID";

/// Where they come from; together with the key it finds a contact on the portal.
const ORIGINATOR: &str = "b24-example";

/// So many failures are kept in their words.
const KEPT: usize = 10;

#[allow(deprecated)] // shorter here than `crm.item.add`
#[b24_method("crm.contact.add", returns = Id)]
struct ContactAdd {
    #[b24(required)]
    fields: Value,
}

#[allow(deprecated)] // that of the method above
#[b24_method("crm.contact.list", returns = Vec<Value>)]
struct ContactList {
    filter: Option<Value>,
    select: Option<Vec<String>>,
}

/// What came of an import.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Contacts that were made.
    pub made: u64,
    /// Contacts that an earlier run had made.
    pub before: u64,
    /// Rows of which no contact was made, or nobody knows.
    pub failed: u64,
    /// The first of these.
    pub failures: Vec<Failed>,
    /// The user has ended it before the last row.
    pub interrupted: bool,
}

/// A row of which no contact was made, or nobody knows.
#[derive(Debug, PartialEq, Eq)]
pub struct Failed {
    /// Which row.
    pub row: String,
    /// What the portal, or this side, says to it.
    pub reason: String,
}

/// Makes a contact of each row; the columns are the names of its fields. What the journal has as done is not
/// sent again, and where an earlier run left it open the portal is asked.
///
/// # Errors
/// If the file has no header, or none with an `ORIGIN_ID`.
pub fn import(
    client: &Client,
    people: impl Read,
    journal: impl Journal,
    interrupted: &dyn Fn() -> bool,
) -> Result<Imported, csv::Error> {
    let mut people = Reader::from_reader(people);
    let columns = people.headers()?.clone();
    if !columns.iter().any(|column| column == KEY) {
        let missing = format!("there is no column {KEY}, which tells contacts apart");
        return Err(std::io::Error::other(missing).into());
    }
    let mut unreadable = Imported::default();
    let is_interrupted = Cell::new(false);
    let records = people.records().take_while(|_| {
        is_interrupted.set(interrupted());
        !is_interrupted.get()
    });
    let calls = records.zip(2_u64..).filter_map(|(record, row)| {
        let call = record
            .map_err(|error| error.to_string())
            .and_then(|record| call(&columns, &record));
        call.map_err(|reason| unreadable.fail(format!("row {row}"), reason))
            .ok()
    });
    let mut imported = Imported::default();
    for (key, result) in client.send_once(journal, calls, |key, _| is_there(client, key)) {
        match result {
            Ok(Some(_)) => imported.made += 1,
            Ok(None) => imported.before += 1,
            Err(error) => imported.fail(key, error.to_string()),
        }
    }
    imported.failed += unreadable.failed;
    imported.failures.extend(unreadable.failures);
    imported.interrupted = is_interrupted.get();
    Ok(imported)
}

fn call(columns: &StringRecord, record: &StringRecord) -> Result<(String, ContactAdd), String> {
    let given = columns.iter().zip(record).filter(|(_, text)| !text.is_empty());
    let mut fields: Map<String, Value> = given
        .map(|(column, text)| (column.to_owned(), field(column, text)))
        .collect();
    let Some(Value::String(key)) = fields.get(KEY) else {
        return Err(format!("has no {KEY}"));
    };
    let key = key.clone();
    fields.insert("ORIGINATOR_ID".to_owned(), ORIGINATOR.into());
    Ok((key, ContactAdd::new(Value::Object(fields))))
}

/// A contact may have several phones and addresses, each with a type.
fn field(column: &str, text: &str) -> Value {
    match column {
        "PHONE" | "EMAIL" => json!([{"VALUE": text, "VALUE_TYPE": "WORK"}]),
        _ => text.into(),
    }
}

fn is_there(client: &Client, key: &str) -> Result<bool, Error> {
    let filter = json!({"=ORIGINATOR_ID": ORIGINATOR, "=ORIGIN_ID": key});
    let found = ContactList::new().filter(filter).select(["ID"]).call(client)?;
    Ok(!found.result.is_empty())
}

impl Imported {
    fn fail(&mut self, row: String, reason: String) {
        self.failed += 1;
        if self.failures.len() < KEPT {
            self.failures.push(Failed { row, reason });
        }
    }
}

impl fmt::Display for Imported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            made,
            before,
            failed,
            failures,
            interrupted,
        } = self;
        write!(f, "{made} contacts made, {before} were there, {failed} failed")?;
        for Failed { row, reason } in failures.iter().take(KEPT) {
            write!(f, "\n  {row}: {reason}")?;
        }
        if *interrupted {
            f.write_str("\ninterrupted; the same command goes on from here")?;
        }
        Ok(())
    }
}

/// A file of invented people, one of them without a key.
#[must_use]
pub fn sample(count: u64) -> String {
    let mut people = format!("{KEY},NAME,LAST_NAME,PHONE,EMAIL\n");
    for number in 1..=count {
        // Writing to memory does not fail.
        let _ = writeln!(
            people,
            "p-{number},Ada,\"Sample, {number}\",+1555{number:07},p{number}@example.com"
        );
    }
    people.push_str(",Nobody,,,\n");
    people
}
