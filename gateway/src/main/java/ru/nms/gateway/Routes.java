package ru.nms.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;

import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory.RetryConfig;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.BooleanSpec;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.http.HttpMethod;

/// Which paths lead where. What is not here is a 404: nothing of a service is reachable but its API and its
/// description.
final class Routes {

    private final GatewaySettings settings;

    Routes(GatewaySettings settings) {
        this.settings = settings;
    }

    RouteLocator locator(RouteLocatorBuilder builder) {
        var routes = builder.routes();
        settings.services().forEach((service, address) -> routes
                .route(service, any -> to(any.path("/api/" + service + "/v1/**"), address))
                .route(service + "-description", any -> description(any, service, address)));
        settings.collections().forEach((service, collections) -> routes
                .route(service + "-sync", any -> to(any.path(paths(collections)), address(service))));
        return routes.build();
    }

    private URI address(String service) {
        return Objects.requireNonNull(settings.services().get(service),
                () -> "nms.gateway.collections names " + service + ", nms.gateway.services does not");
    }

    private static String[] paths(List<String> collections) {
        return collections.stream().map(collection -> "/api/sync/v1/" + collection + "/**").toArray(String[]::new);
    }

    private static Buildable<Route> to(BooleanSpec path, URI address) {
        return path.filters(filters -> filters.retry(Routes::onceForReads)).uri(address);
    }

    private static Buildable<Route> description(PredicateSpec any, String service, URI address) {
        return any.path("/api-docs/" + service).and().method(HttpMethod.GET)
                .filters(filters -> filters.setPath("/v3/api-docs"))
                .uri(address);
    }

    /// Only reads, and only when the connection failed: a write might have been done already.
    private static void onceForReads(RetryConfig retry) {
        retry.setRetries(1).setMethods(HttpMethod.GET, HttpMethod.HEAD).setExceptions(IOException.class)
                .setSeries().setStatuses();
    }
}
