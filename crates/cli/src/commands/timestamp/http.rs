//! One question to one authority, over HTTP (RFC 3161, 3.4).

use std::time::Duration;

use sealbag_timestamp::MAX_TOKEN_LEN;

use crate::terminal::harmless;

/// An authority answers in seconds, or is down.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum HttpError {
    /// This program speaks plain HTTP only.
    #[error("this program asks over http:// only, not {}", harmless(url))]
    Scheme {
        /// As given.
        url: String,
    },
    /// The authority was not reached, or did not finish.
    #[error("the time-stamp authority cannot be reached")]
    Unreachable {
        /// What the library said.
        #[source]
        source: Box<ureq::Error>,
    },
    /// It answered with another status than 200.
    #[error("the time-stamp authority answers with HTTP status {status}")]
    Status {
        /// The number.
        status: u16,
        /// Where it sends to instead.
        location: Option<String>,
    },
}

/// Sends a request and returns the bytes of the answer, which nobody has looked at. Redirections are not followed.
///
/// # Errors
/// [`HttpError`].
pub(super) fn ask(url: &str, request: &[u8]) -> Result<Vec<u8>, HttpError> {
    if !url.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http://")) {
        return Err(HttpError::Scheme { url: url.to_owned() });
    }
    let unreachable = |source: ureq::Error| HttpError::Unreachable { source: Box::new(source) };
    let agent = ureq::Agent::config_builder()
        .timeout_global(Some(TIMEOUT))
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .user_agent(concat!("sealbag/", env!("CARGO_PKG_VERSION")))
        .build()
        .new_agent();
    let mut response = agent
        .post(url)
        .content_type("application/timestamp-query")
        .header("accept", "application/timestamp-reply")
        .send(request)
        .map_err(unreachable)?;
    if response.status() != 200 {
        let location = response.headers().get("location").and_then(|place| place.to_str().ok());
        return Err(HttpError::Status { status: response.status().as_u16(), location: location.map(harmless) });
    }
    response.body_mut().with_config().limit(MAX_TOKEN_LEN as u64).read_to_vec().map_err(unreachable)
}
