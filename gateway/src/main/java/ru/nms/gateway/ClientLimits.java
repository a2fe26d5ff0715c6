package ru.nms.gateway;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import reactor.core.publisher.Mono;
import ru.nms.platform.access.CurrentCaller;
import ru.nms.platform.problem.Refusal;

/// Keeps one client from crowding out the others. After the token check, so that the client is known.
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
final class ClientLimits implements WebFilter {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    /// What one client has left.
    private record Client(Bucket requests, AtomicInteger underWay) {}

    private final GatewaySettings.Limits limits;
    private final Cache<String, Client> clients;

    ClientLimits(GatewaySettings.Limits limits) {
        this.limits = limits;
        this.clients = Caffeine.newBuilder().maximumSize(limits.clients()).expireAfterAccess(FORGOTTEN_AFTER).build();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var client = clients.get(name(exchange), name -> fresh());
        var probe = client.requests().tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            return Mono.error(tooMany(seconds(probe)));
        }
        if (client.underWay().incrementAndGet() > limits.concurrent()) {
            client.underWay().decrementAndGet();
            return Mono.error(tooMany(1));
        }
        return chain.filter(exchange).doFinally(end -> client.underWay().decrementAndGet());
    }

    private Client fresh() {
        return new Client(Bucket.builder()
                .addLimit(limit -> limit.capacity(limits.burst())
                        .refillGreedy(limits.requestsPerSecond(), Duration.ofSeconds(1)))
                .build(), new AtomicInteger());
    }

    /// Prefixed, so that nobody can sign in under an address.
    private static String name(ServerWebExchange exchange) {
        var caller = CurrentCaller.of(exchange);
        if (caller != null) {
            return "token " + caller.subject();
        }
        InetSocketAddress address = exchange.getRequest().getRemoteAddress();
        return "address " + (address == null || address.getAddress() == null ? "" : address.getAddress().getHostAddress());
    }

    private static long seconds(ConsumptionProbe probe) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
    }

    private static Refusal tooMany(long retryAfter) {
        return Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests").with("retryAfterSeconds", retryAfter);
    }
}
