//! The OpenAPI document: made from the handlers, with what all calls share added in one place.

use queue_protocol::{IDEMPOTENCY_KEY, Problem};
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    Components, ContentBuilder, Info, License, OpenApi, OpenApiBuilder, Ref, RefOr, Required,
    ResponseBuilder,
};
use utoipa::{PartialSchema as _, ToSchema as _};

const DEVICE: &str = "device";

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
    components
        .schemas
        .insert(Problem::name().into(), Problem::schema());
    OpenApiBuilder::new()
        .info(info)
        .components(Some(components))
        .build()
}

/// Adds to every call what all calls share: problems, the device's token, and for commands the key.
pub(super) fn complete(document: &mut OpenApi) {
    for (path, item) in &mut document.paths.paths {
        let keyed = !path.ends_with("/receipts");
        for operation in [&mut item.get, &mut item.post].into_iter().flatten() {
            share(operation);
        }
        if let Some(command) = item.post.as_mut().filter(|_| keyed) {
            command
                .parameters
                .get_or_insert_default()
                .push(key_parameter().into());
        }
    }
}

fn share(operation: &mut Operation) {
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
