//! `pictures/`: what boards show besides queues. Each file is what its name says, and no larger than a board can bear.

use crate::centre::source::{Findings, Folder, PICTURES};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;

/// Bytes of one picture, and of all.
const LARGEST: usize = 2 << 20;
const ALL: usize = 12 << 20;
/// A board decodes one at a time: 9 million pixels take 36 MB.
const SIDE: u32 = 8192;
const PIXELS: u64 = 9_000_000;

/// A picture of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::centre) struct Picture {
    /// Its file, such as `pictures/tet.png`.
    pub(in crate::centre) file: String,
    /// SHA-256 of the content, in hexadecimal.
    pub(in crate::centre) digest: String,
    /// What it is sent as.
    pub(in crate::centre) media_type: &'static str,
    /// The content.
    pub(in crate::centre) bytes: Arc<[u8]>,
}

/// Reads every picture; one that is not as expected is told of and left out.
pub(in crate::centre) fn read(folder: &Folder, findings: &Findings) -> Vec<Picture> {
    let mut pictures = Vec::new();
    let mut all = 0;
    for (file, bytes) in folder.pictures() {
        all += bytes.0.len();
        match judge(file, &bytes.0) {
            Ok(media_type) => pictures.push(Picture {
                file: file.to_owned(),
                digest: hex::encode(Sha256::digest(&bytes.0)),
                media_type,
                bytes: Arc::clone(&bytes.0),
            }),
            Err(fault) => findings.in_file(file).error(0, fault),
        }
    }
    if all > ALL {
        let message = format!("expected at most {ALL} bytes in all pictures, found {all}");
        findings.in_file(PICTURES.0).error(0, message);
    }
    pictures
}

/// The media type of a picture that is what its name says.
fn judge(file: &str, bytes: &[u8]) -> Result<&'static str, String> {
    if bytes.len() > LARGEST {
        let found = bytes.len();
        return Err(format!("expected at most {LARGEST} bytes, found {found}"));
    }
    if file.ends_with(".svg") {
        return drawing(bytes).map(|()| "image/svg+xml");
    }
    let (size, media_type) = if file.ends_with(".png") {
        (
            png_size(bytes).ok_or("expected a PNG picture")?,
            "image/png",
        )
    } else {
        (
            jpeg_size(bytes).ok_or("expected a JPEG picture")?,
            "image/jpeg",
        )
    };
    let (width, height) = size;
    let fits = (1..=SIDE).contains(&width) && (1..=SIDE).contains(&height);
    if fits && u64::from(width) * u64::from(height) <= PIXELS {
        Ok(media_type)
    } else {
        Err(format!(
            "expected at most {PIXELS} pixels and sides of at most {SIDE}, found {width} × {height}"
        ))
    }
}

/// An SVG drawing that names nothing outside itself.
fn drawing(bytes: &[u8]) -> Result<(), String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "expected an SVG drawing in UTF-8")?;
    if !text.contains("<svg") {
        return Err("expected an SVG drawing".to_owned());
    }
    for word in [
        "<image",
        "<!ENTITY",
        "<script",
        "<foreignObject",
        "@import",
        "url(http",
        "url(file",
    ] {
        if text.contains(word) {
            return Err(format!("expected a drawing by itself, found `{word}`"));
        }
    }
    Ok(())
}

fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let header = rest.get(4..)?.strip_prefix(b"IHDR")?;
    let number = |from: usize| {
        let four: [u8; 4] = header.get(from..from + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(four))
    };
    Some((number(0)?, number(4)?))
}

/// Goes from segment to segment to the one that begins a frame.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let [0xff, kind, high, low, ..] = *rest else {
            return None;
        };
        if kind == 0xff {
            rest = &rest[1..];
            continue;
        }
        let two = |from: usize| {
            let two: [u8; 2] = rest.get(from..from + 2)?.try_into().ok()?;
            Some(u32::from(u16::from_be_bytes(two)))
        };
        // Of C0 to CF these three begin tables.
        if matches!(kind, 0xc0..=0xcf) && !matches!(kind, 0xc4 | 0xc8 | 0xcc) {
            return Some((two(7)?, two(5)?));
        }
        rest = rest.get(2 + usize::from(u16::from_be_bytes([high, low]))..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes
    }

    const JPEG: &[u8] = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc0\x00\x0b\x08\x04\x38\x07\x80\x01";

    #[test]
    fn a_picture_is_what_its_name_says() {
        assert_eq!(jpeg_size(JPEG), Some((1920, 1080)));
        assert_eq!(judge("pictures/a.jpg", JPEG), Ok("image/jpeg"));
        assert_eq!(judge("pictures/a.png", &png(1920, 1080)), Ok("image/png"));
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>";
        assert_eq!(judge("pictures/a.svg", svg), Ok("image/svg+xml"));
        for (file, bytes) in [
            ("pictures/a.png", JPEG),
            ("pictures/a.jpg", &png(1, 1)),
            ("pictures/a.svg", JPEG),
            ("pictures/a.png", b""),
            ("pictures/a.jpg", b"\xff\xd8\xff\xe0\xff\xff"),
            (
                "pictures/a.svg",
                b"<svg><image href='file:///etc/passwd'/></svg>",
            ),
        ] {
            assert!(judge(file, bytes).is_err(), "{file}");
        }
    }

    #[test]
    fn what_a_board_cannot_bear_is_refused() {
        assert!(judge("pictures/a.png", &png(3000, 3000)).is_ok());
        assert!(judge("pictures/a.png", &png(3001, 3000)).is_err());
        assert!(judge("pictures/a.png", &png(8193, 1)).is_err());
        assert!(judge("pictures/a.png", &png(0, 1)).is_err());
        let mut large = png(1, 1);
        large.resize(LARGEST + 1, 0);
        assert!(judge("pictures/a.png", &large).is_err());
    }
}
