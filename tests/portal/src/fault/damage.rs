//! Faults that spoil a real answer.

use std::{io::Write, sync::OnceLock};

use flate2::{Compress, Compression, Crc, FlushCompress, write::DeflateEncoder};

use super::Fault;
use crate::reply::Response;

/// How deep [`Fault::DeepNesting`] goes.
const DEPTH: usize = 100_000;

/// How many digits [`Fault::HugeNumbers`] writes.
const DIGITS: usize = 400;

/// What the blanks of [`Fault::GzipBomb`] are compressed in, and how many of them there are.
const BLOCK: usize = 1 << 20;
const BLOCKS: u32 = 256;

/// Spoils the answer, where the fault is one that does.
pub(super) fn spoil(fault: Fault, response: &mut Response) {
    let body = &mut response.body;
    match fault {
        Fault::PhpWarning => {
            let warning = "<br />\n<b>Warning</b>:  Undefined array key \"ID\" in \
                           <b>/home/bitrix/www/local/handler.php</b> on line <b>17</b><br />\n";
            body.splice(..0, warning.bytes());
        }
        Fault::ByteOrderMark => drop(body.splice(..0, *b"\xEF\xBB\xBF")),
        Fault::WrongType => response.set_header("Content-Type", "text/html; charset=utf-8"),
        Fault::BadUtf8 => add_member(body, b"\"note\":\"\xC3\x28\xFF\""),
        Fault::DeepNesting => {
            let (open, close) = ("[".repeat(DEPTH), "]".repeat(DEPTH));
            add_member(body, format!("\"deep\":{open}{close}").as_bytes());
        }
        Fault::HugeNumbers => {
            let number = "9".repeat(DIGITS);
            add_member(body, format!("\"next\":{number},\"total\":{number}").as_bytes());
        }
        Fault::GzipBomb => {
            *body = bomb(body);
            response.set_header("Content-Encoding", "gzip");
        }
        _ => {}
    }
}

/// Puts a member in front of the others, where the body is an object: readers meet it first.
fn add_member(body: &mut Vec<u8>, member: &[u8]) {
    if body.first() == Some(&b'{') {
        let comma = (body.get(1) != Some(&b'}')).then_some(b',');
        body.splice(1..1, member.iter().copied().chain(comma));
    }
}

/// `body` after 256 MiB of blanks, as gzip writes it: a valid file, whose checksum is right too.
fn bomb(body: &[u8]) -> Vec<u8> {
    // Of one block of blanks, compressed by itself, since such blocks may be strung together.
    static BLANKS: OnceLock<(Vec<u8>, Crc)> = OnceLock::new();
    let (block, block_sum) = BLANKS.get_or_init(|| {
        let blanks = vec![b' '; BLOCK];
        let mut sum = Crc::new();
        sum.update(&blanks);
        (deflated_block(&blanks), sum)
    });
    let mut sum = Crc::new();
    let mut file = b"\x1F\x8B\x08\0\0\0\0\0\0\xFF".to_vec();
    for _ in 0..BLOCKS {
        file.extend_from_slice(block);
        sum.combine(block_sum);
    }
    let mut rest = Crc::new();
    rest.update(body);
    sum.combine(&rest);
    file.extend(deflated(body));
    file.extend(sum.sum().to_le_bytes());
    file.extend(sum.amount().to_le_bytes());
    file
}

/// Compressed without an end, up to a whole byte.
fn deflated_block(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut compress = Compress::new(Compression::best(), false);
    // Into memory with room for more than comes: nothing that could fail.
    drop(compress.compress_vec(bytes, &mut out, FlushCompress::Full));
    out
}

/// Compressed to its end.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    // Writing into memory does not fail.
    written.unwrap_or_default()
}
