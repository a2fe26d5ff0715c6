package ru.nms.platform.access;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

/// Reads the bearer token of a request once and leaves its [Caller] in the exchange. A request without a token goes
/// on as nobody's; the [Policy] of the operation decides. A token that is not believed ends the request, even where
/// none was needed.
///
/// One filter of our own in place of Spring Security's chain: no session, form, CSRF or request cache has anything
/// to do here, refusals of the chain would not be problems, and the identity is passed as an argument, never in an
/// ambient context (docs/adr/0009-token-filter.md).
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class TokenFilter implements WebFilter {

    private static final String SCHEME = "Bearer ";

    private final TokenVerifier verifier;

    TokenFilter(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (headers == null || headers.isEmpty()) {
            return chain.filter(exchange);
        }
        var token = token(headers);
        if (token == null) {
            return Mono.error(TokenVerifier.notBelieved());
        }
        var hash = TokenHash.of(token);
        var known = verifier.known(hash);
        if (known != null) {
            CurrentCaller.put(exchange, known);
            return chain.filter(exchange);
        }
        return verifier.verify(token, hash).flatMap(caller -> {
            CurrentCaller.put(exchange, caller);
            return chain.filter(exchange);
        });
    }

    private static @Nullable String token(List<String> headers) {
        var header = headers.getFirst();
        return headers.size() == 1 && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip() : null;
    }
}
