/// The identity provider of the standalone form: an authorization server with one person and one machine client per role.
/// Clients and claims are those of the Keycloak realm in `deploy/keycloak`, so nothing else differs between the two forms.
@NullMarked
package ru.nms.standalone.identity;

import org.jspecify.annotations.NullMarked;
