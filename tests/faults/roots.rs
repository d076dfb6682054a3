//! Whom a TLS connection trusts, as seen from servers with certificates of their own.

use std::net::TcpListener;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use b24::{Advice, Client, ClientBuilder, Outcome, TlsRoots, TransportErrorKind as Kind, UreqTransport};
use rcgen::{CertifiedKey, KeyPair};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::canned::CODE;
use crate::server::{good, read_request};
use crate::{assert_transport, failure};

/// A certificate for this name, signed by itself.
fn certificate(name: &str) -> CertifiedKey<KeyPair> {
    rcgen::generate_simple_self_signed([name.to_owned()]).unwrap()
}

/// A client of a server that shows this certificate and gives one good answer.
fn client(certificate: &CertifiedKey<KeyPair>, roots: TlsRoots) -> ClientBuilder {
    let transport = UreqTransport::builder().no_proxy().tls_roots(roots);
    Client::builder()
        .webhook(&format!("https://{}/rest/1/{CODE}/", serve(certificate)))
        .transport(transport.build().unwrap())
}

fn serve(certificate: &CertifiedKey<KeyPair>) -> String {
    let key = PrivatePkcs8KeyDer::from(certificate.signing_key.serialize_der());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.cert.der().clone()], PrivateKeyDer::from(key))
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        // For a test that goes wrong: it should fail, not hang.
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let connection = ServerConnection::new(Arc::new(config)).unwrap();
        let mut stream = StreamOwned::new(connection, stream);
        // A client that does not trust it says so in place of a request.
        if read_request(&mut stream, &mut Vec::new()) {
            std::io::Write::write_all(&mut stream, &good()).unwrap();
        }
    });
    address
}

#[track_caller]
fn assert_untrusted(client: &Client) {
    let error = failure(client);
    assert_transport(&error, Kind::Tls, Outcome::NotExecuted, Advice::FixRequest);
    assert!(error.to_string().contains("invalid peer certificate"), "{error}");
}

#[test]
fn a_certificate_of_ones_own_is_trusted_once_it_is_given() {
    let own = certificate("127.0.0.1");
    let other = certificate("127.0.0.1");
    let pem = own.cert.pem();
    // As administrators hand them out: with a key, with words, several at once.
    let several = format!(
        "For this year:\n{}\n{}\n{pem}",
        other.cert.pem(),
        own.signing_key.serialize_pem()
    );
    for pem in [pem, several] {
        let roots = TlsRoots::pem(pem.as_bytes()).unwrap();
        let trusting = client(&own, roots.clone()).build().unwrap();
        assert_eq!(trusting.call_raw("app.info", &()).unwrap().result, 1);
        // Limits that are not the transport's own change nothing about it.
        let trusting = client(&own, roots)
            .attempt_timeout(Duration::from_secs(19))
            .build()
            .unwrap();
        assert_eq!(trusting.call_raw("app.info", &()).unwrap().result, 1);
    }
}

#[test]
fn a_certificate_of_nobody_known_is_refused() {
    let own = certificate("127.0.0.1");
    assert_untrusted(&client(&own, TlsRoots::bundled()).build().unwrap());
    let other = certificate("127.0.0.1").cert.pem();
    let other = TlsRoots::pem(other.as_bytes()).unwrap();
    assert_untrusted(&client(&own, other).build().unwrap());
}

#[test]
fn a_certificate_of_another_host_is_refused_though_it_is_trusted() {
    let other = certificate("other.example.com");
    let roots = TlsRoots::pem(other.cert.pem().as_bytes()).unwrap();
    assert_untrusted(&client(&other, roots).build().unwrap());
}

#[test]
fn what_is_no_certificate_is_refused_at_once() {
    let own = certificate("127.0.0.1");
    let cut = own.cert.pem();
    let cut = &cut[..cut.len() / 2];
    for (pem, words) in [
        ("", "there are none in PEM"),
        ("certificate", "there are none in PEM"),
        (own.signing_key.serialize_pem().as_str(), "there are none in PEM"),
        (cut, "one is broken"),
        (
            "-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----\n",
            "one is broken",
        ),
    ] {
        let error = TlsRoots::pem(pem.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(words), "{error}");
    }
}
