//! The socket: connections accepted, bounded and ended in good order.

use super::{Api, router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// Open connections; more wait in the backlog. Well under the usual limit of 1,024 open files.
const CONNECTIONS: usize = 900;
/// How long a request's headers may take to arrive.
const HEADERS_WITHIN: Duration = Duration::from_secs(10);
/// What one connection buffers; headers beyond it get HTTP's own bare 431.
const BUFFER: usize = 64 * 1024;
/// A peer that acknowledges nothing for this long is gone, in milliseconds: a kiosk whose cable was
/// pulled must not count as connected for the quarter of an hour that TCP would wait.
const UNACKNOWLEDGED_MS: u32 = 30_000;
/// How long answers under way may take once the service stops.
const DRAIN: Duration = Duration::from_secs(3);

/// Serves until the service stops, then lets answers under way finish for a few seconds.
pub(crate) async fn serve(listener: TcpListener, api: Arc<Api>) {
    let stop = api.stop.clone();
    let service = TowerToHyperService::new(router::router(api));
    let seats = Arc::new(Semaphore::new(CONNECTIONS));
    let open = TaskTracker::new();
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => break,
            accepted = accept(&listener, &seats) => accepted,
        };
        let (stream, seat) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let (service, stop) = (service.clone(), stop.clone());
        open.spawn(async move {
            let _seat = seat;
            converse(stream, service, stop).await;
        });
    }
    drop(listener);
    open.close();
    open.wait().await;
}

/// The next connection once there is a seat for it.
async fn accept(
    listener: &TcpListener,
    seats: &Arc<Semaphore>,
) -> io::Result<(TcpStream, OwnedSemaphorePermit)> {
    let seat = Arc::clone(seats)
        .acquire_owned()
        .await
        .map_err(io::Error::other)?;
    let (stream, _) = listener.accept().await?;
    stream.set_nodelay(true)?;
    rustix::net::sockopt::set_tcp_user_timeout(&stream, UNACKNOWLEDGED_MS)?;
    Ok((stream, seat))
}

async fn converse(
    stream: TcpStream,
    service: TowerToHyperService<axum::Router>,
    stop: CancellationToken,
) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(HEADERS_WITHIN)
        .max_buf_size(BUFFER);
    let mut connection = pin!(http.serve_connection(TokioIo::new(stream), service));
    let ended = tokio::select! {
        ended = connection.as_mut() => Ok(ended),
        () = stop.cancelled() => {
            connection.as_mut().graceful_shutdown();
            timeout(DRAIN, connection.as_mut()).await
        }
    };
    match ended {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::debug!(%error, "a connection broke off"),
        Err(_) => tracing::warn!("stopped with an answer under way"),
    }
}
