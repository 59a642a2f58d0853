//! The OpenAPI document: made from the handlers, with what all calls share added in one place.

use queue_protocol::{Empty, HoldRequest, IDEMPOTENCY_KEY, NoShowRequest, Problem, ProblemCode};
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::RequestBody;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    Components, Content, ContentBuilder, Info, License, OpenApi, OpenApiBuilder, Ref, RefOr,
    Required, ResponseBuilder,
};
use utoipa::{PartialSchema as _, ToSchema as _};

const DEVICE: &str = "device";
/// What is only told, and may be told any number of times.
const KEYLESS: [&str; 4] = ["/receipts", "/board/state", "/kiosk/state", "/staff-coming"];

/// The document before any call is added.
pub(super) fn frame() -> OpenApi {
    let mut info = Info::new("Xin Mời: the queue service", env!("CARGO_PKG_VERSION"));
    info.description = Some(
        "One hall's queue. Errors are problems with a stable code; see docs/protocol.md.".into(),
    );
    info.license = Some(License::builder().name("GPL-3.0-or-later").build());
    let mut components = Components::new();
    let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    components.add_security_scheme(DEVICE, bearer);
    for (name, schema) in [
        (Problem::name(), Problem::schema()),
        (ProblemCode::name(), ProblemCode::schema()),
    ] {
        components.schemas.insert(name.into(), schema);
    }
    OpenApiBuilder::new()
        .info(info)
        .components(Some(components))
        .build()
}

/// Adds to every call what all calls share: a name, problems, the device's token, and for commands
/// the key.
pub(super) fn complete(document: &mut OpenApi) {
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in [("get", &mut item.get), ("post", &mut item.post)] {
            if let Some(operation) = operation {
                operation.operation_id = Some(name(method, path));
                share(operation);
            }
        }
        let keyed = !KEYLESS.iter().any(|end| path.ends_with(end));
        if let Some(command) = item.post.as_mut().filter(|_| keyed) {
            command
                .parameters
                .get_or_insert_default()
                .push(key_parameter().into());
        }
    }
}

/// Such as `post_tickets_cancel`: handlers of two nouns may share a name, calls may not.
fn name(method: &str, path: &str) -> String {
    let parts = path.trim_start_matches("/api/v1").split('/');
    let words = parts.filter(|part| !part.is_empty() && !part.starts_with('{'));
    words.fold(method.to_owned(), |name, word| {
        format!("{name}_{}", word.replace('-', "_"))
    })
}

fn share(operation: &mut Operation) {
    for response in operation.responses.responses.values_mut() {
        if let RefOr::T(response) = response
            && response.description.is_empty()
        {
            "Done".clone_into(&mut response.description);
        }
    }
    let problem = ContentBuilder::new()
        .schema(Some(RefOr::Ref(Ref::from_schema_name(Problem::name()))))
        .build();
    let response = ResponseBuilder::new()
        .description("A problem with its code")
        .content("application/problem+json", problem)
        .build();
    operation
        .responses
        .responses
        .insert("default".into(), response.into());
    if operation.security.is_none() {
        operation.security = Some(vec![SecurityRequirement::new::<_, [&str; 0], &str>(
            DEVICE,
            [],
        )]);
    }
    if let Some(RefOr::T(body)) = &mut operation.request_body
        && may_be_absent(body)
    {
        body.required = Some(Required::False);
    }
}

/// Bodies whose fields are all optional need not be sent at all.
fn may_be_absent(body: &RequestBody) -> bool {
    let optional = [Empty::name(), NoShowRequest::name(), HoldRequest::name()];
    let optional = optional.map(|name| format!("#/components/schemas/{name}"));
    body.content.values().any(|content| match content {
        RefOr::T(Content {
            schema: Some(RefOr::Ref(schema)),
            ..
        }) => optional.contains(&schema.ref_location),
        _ => false,
    })
}

fn key_parameter() -> Parameter {
    let text = ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(1))
        .max_length(Some(64))
        .pattern(Some("^[!-~]+$"))
        .build();
    ParameterBuilder::new()
        .name(IDEMPOTENCY_KEY)
        .parameter_in(ParameterIn::Header)
        .required(Required::True)
        .description(Some(
            "The same for every repetition of one command, new for each command",
        ))
        .schema(Some(text))
        .build()
}
