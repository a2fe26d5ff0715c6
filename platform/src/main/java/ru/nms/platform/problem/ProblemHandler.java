package ru.nms.platform.problem;

import static org.springframework.http.HttpHeaders.ACCEPT_LANGUAGE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The one place where an error becomes an answer: filters, handlers and WebFlux itself all end here. It stands in
/// for Boot's error handler, so that nothing else writes error bodies.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemHandler implements ErrorWebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final int DEFAULT_RETRY_AFTER_SECONDS = 5;

    private final List<RefusalSource> sources;
    private final Wording wording;
    private final JsonMapper json;

    ProblemHandler(List<RefusalSource> sources, Wording wording, JsonMapper json) {
        this.sources = List.copyOf(sources);
        this.wording = wording;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(error);
        }
        var refusal = refusal(exchange, error);
        response.setStatusCode(refusal.status());
        if (error instanceof ErrorResponse known) {
            response.getHeaders().putAll(known.getHeaders());      // Allow of a 405, Accept of a 415
        }
        return write(exchange, response, refusal);
    }

    private Mono<Void> write(ServerWebExchange exchange, ServerHttpResponse response, Refusal refusal) {
        var language = Wording.languageOf(exchange.getRequest().getHeaders().getFirst(ACCEPT_LANGUAGE));
        var body = json.writeValueAsBytes(problem(refusal, RequestId.of(exchange), language));
        var headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(language);
        headers.setContentLength(body.length);
        headers.remove(HttpHeaders.ETAG);
        challenge(headers, refusal);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static void challenge(HttpHeaders headers, Refusal refusal) {
        switch (refusal.status()) {
            case UNAUTHORIZED -> headers.set(HttpHeaders.WWW_AUTHENTICATE,
                    refusal.code().equals("invalid-token") ? "Bearer error=\"invalid_token\"" : "Bearer");
            case SERVICE_UNAVAILABLE, TOO_MANY_REQUESTS -> headers.set(HttpHeaders.RETRY_AFTER,
                    String.valueOf(refusal.more().getOrDefault("retryAfterSeconds", DEFAULT_RETRY_AFTER_SECONDS)));
            default -> { }
        }
    }

    private Refusal refusal(ServerWebExchange exchange, Throwable error) {
        var known = known(error);
        if (known != null) {
            if (known.status() == HttpStatus.SERVICE_UNAVAILABLE) {
                LOG.warn("503, request {}: {}", RequestId.of(exchange), whatWasAway(error));
            }
            return known;
        }
        LOG.error("{} {} failed, request {}: {}", exchange.getRequest().getMethod(),
                exchange.getAttributes().get(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), RequestId.of(exchange),
                QuietTrace.of(error));
        return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal");
    }

    /// Kinds alone: messages may quote what somebody sent.
    private static String whatWasAway(Throwable error) {
        return Causes.of(error).stream().map(cause -> cause.getClass().getName()).distinct().collect(Collectors.joining(" <- "));
    }

    private @Nullable Refusal known(Throwable error) {
        for (var cause : Causes.of(error)) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        for (RefusalSource source : sources) {
            var refusal = source.from(error);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private Map<String, Object> problem(Refusal refusal, String requestId, Locale language) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:nms:problem:" + refusal.code());
        problem.put("title", wording.title(refusal, language));
        problem.put("status", refusal.status().value());
        var detail = wording.detail(refusal, language);
        if (detail != null) {
            problem.put("detail", detail);
        }
        problem.put("instance", "urn:nms:request:" + requestId);
        if (!refusal.faults().isEmpty()) {
            problem.put("errors", errors(refusal.faults(), language));
        }
        refusal.more().forEach(problem::putIfAbsent);
        return problem;
    }

    private List<Map<String, Object>> errors(List<Fault> faults, Locale language) {
        var errors = new ArrayList<Map<String, Object>>();
        for (Fault fault : faults) {
            var error = new LinkedHashMap<String, Object>();
            error.put("pointer", fault.pointer());
            error.put("code", fault.code());
            error.put("detail", wording.fault(fault, language));
            if (fault.clause() != null) {
                error.put("clause", fault.clause());
            }
            errors.add(error);
        }
        return errors;
    }
}
