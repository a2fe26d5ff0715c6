package ru.nms.gateway;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.WebFilter;

import reactor.netty.http.client.HttpClient;
import ru.nms.platform.problem.RefusalSource;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
class GatewayConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    RouteLocator routes(GatewaySettings settings, RouteLocatorBuilder builder) {
        return new Routes(settings).locator(builder);
    }

    @Bean
    WebFilter clientLimits(GatewaySettings settings) {
        return new ClientLimits(settings.limits());
    }

    @Bean
    GlobalFilter bodyLimit(GatewaySettings settings) {
        return new BodyLimit(settings);
    }

    @Bean
    HttpHeadersFilter outboundHeaders() {
        return new OutboundHeaders();
    }

    @Bean
    HttpHeadersFilter returnedHeaders() {
        return new ReturnedHeaders();
    }

    @Bean
    FinishedResponses finishedResponses() {
        return new FinishedResponses();
    }

    @Bean
    @Order(0)
    RefusalSource serviceRefusals() {
        return new ServiceRefusals();
    }

    /// Before the token check: a preflight carries no token.
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 50)
    WebFilter cors(GatewaySettings settings) {
        var rules = new CorsConfiguration();
        rules.setAllowedOrigins(settings.allowedOrigins());
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept", "Accept-Language", "If-Match",
                "If-None-Match", "Idempotency-Key", "X-Request-Id"));
        rules.setExposedHeaders(List.of("ETag", "Location", "Retry-After", "X-Request-Id", "X-Data-As-Of",
                "Content-Disposition"));
        rules.setMaxAge(Duration.ofHours(1));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", rules);
        return new CorsWebFilter(source);
    }

    @Bean
    ServiceClients serviceClients(GatewaySettings settings) {
        var connector = new ReactorClientHttpConnector(HttpClient.create().responseTimeout(PATIENCE));
        Map<String, WebClient> clients = new LinkedHashMap<>();
        settings.services().forEach((name, address) -> clients.put(name,
                WebClient.builder().clientConnector(connector).baseUrl(address.toString()).build()));
        return new ServiceClients(clients);
    }
}
