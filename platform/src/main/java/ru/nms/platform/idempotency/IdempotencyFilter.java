package ru.nms.platform.idempotency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.CurrentCaller;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.tx.Tx;

/// Answers a repeated POST with its first answer.
///
/// The whole handling runs inside one transaction, which the use case joins and which also keeps the answer. So there
/// is no moment in which the work is done and the answer unknown, whatever dies when. Only successes are kept: a
/// refusal did nothing and may be tried again. Uploads are recognised by their job instead.
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
final class IdempotencyFilter implements WebFilter {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");
    private static final int LARGEST_BODY = 256 * 1024;

    private final IdempotencyStore store;
    private final Tx tx;

    IdempotencyFilter(IdempotencyStore store, Tx tx) {
        this.store = store;
        this.tx = tx;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var key = request.getHeaders().getFirst(HEADER);
        Caller caller = CurrentCaller.of(exchange);
        if (key == null || caller == null || request.getMethod() != HttpMethod.POST || isUpload(request)) {
            return chain.filter(exchange);
        }
        if (!FORM.matcher(key).matches()) {
            return Mono.error(Refusal.malformed(Fault.at(HEADER, "malformed-header", HEADER)));
        }
        return DataBufferUtils.join(request.getBody(), LARGEST_BODY)
                .map(body -> {
                    byte[] bytes = new byte[body.readableByteCount()];
                    body.read(bytes);
                    DataBufferUtils.release(body);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> answer(exchange, chain, caller.subject(), key, body));
    }

    private static boolean isUpload(ServerHttpRequest request) {
        var type = request.getHeaders().getContentType();
        return type != null && MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type);
    }

    private Mono<Void> answer(ServerWebExchange exchange, WebFilterChain chain, String caller, String key, byte[] body) {
        byte[] print = print(exchange.getRequest(), body);
        return tx.run(handle(exchange, chain, caller, key, print, body))
                .onErrorResume(NotKept.class, refused -> Mono.just(new IdempotencyStore.Kept(print, refused.answer)))
                .flatMap(kept -> MessageDigest.isEqual(kept.request(), print)
                        ? kept.answer().send(exchange.getResponse())
                        : Mono.error(Refusal.of(HttpStatus.UNPROCESSABLE_ENTITY, "idempotency-key-reused")));
    }

    private Mono<IdempotencyStore.Kept> handle(ServerWebExchange exchange, WebFilterChain chain, String caller, String key,
                                               byte[] print, byte[] body) {
        return store.lock(caller, key).flatMap(mine -> store.find(caller, key)
                .switchIfEmpty(mine ? Mono.defer(() -> work(exchange, chain, caller, key, print, body))
                        : Mono.error(() -> Refusal.conflict("idempotency-key-in-use"))));
    }

    private Mono<IdempotencyStore.Kept> work(ServerWebExchange exchange, WebFilterChain chain, String caller, String key,
                                             byte[] print, byte[] body) {
        return first(exchange, chain, body).flatMap(answer -> answer.isRefusal() ? Mono.error(new NotKept(answer))
                : store.keep(caller, key, print, answer).thenReturn(new IdempotencyStore.Kept(print, answer)));
    }

    private static Mono<Answer> first(ServerWebExchange exchange, WebFilterChain chain, byte[] body) {
        var response = new RecordingResponse(exchange.getResponse());
        var request = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<org.springframework.core.io.buffer.DataBuffer> getBody() {
                return Flux.defer(() -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
            }
        };
        return chain.filter(exchange.mutate().request(request).response(response).build())
                .then(Mono.fromSupplier(response::answer));
    }

    private static byte[] print(ServerHttpRequest request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.getURI().getRawPath().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            @Nullable String query = request.getURI().getRawQuery();
            digest.update(("?" + query + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    /// Rolls the transaction back and still answers.
    private static final class NotKept extends RuntimeException {

        private final transient Answer answer;

        NotKept(Answer answer) {
            super("refused", null, false, false);
            this.answer = answer;
        }
    }
}
