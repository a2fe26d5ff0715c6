package ru.nms.iom.route;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/// One transition of a route: what, by whom, when.
///
/// @param action  as in the address, or `draft`
/// @param role    the capacity in which it was done
/// @param subject who, as the identity provider names them
@JsonInclude(JsonInclude.Include.NON_NULL)
record RouteStep(long version, String action, Route.@Nullable Status from, Route.Status to, String role,
                 String subject, Instant at, @Nullable String remarks) {}
