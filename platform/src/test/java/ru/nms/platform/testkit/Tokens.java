package ru.nms.platform.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

import ru.nms.platform.access.Role;

/// An identity provider for tests: real keys, real signatures, and a key set served over a loopback socket.
/// One per JVM: `@DynamicPropertySource static void identity(DynamicPropertyRegistry r) { Tokens.configure(r); }`,
/// then `Tokens.of(Role.TEACHER, personId)` is a bearer token.
public final class Tokens {

    public static final String ISSUER = "https://identity.test";
    public static final String AUDIENCE = "nms";

    private static final Tokens SHARED = new Tokens();

    private final AtomicInteger asked = new AtomicInteger();
    private final RSAKey rsa;
    private final HttpServer server;
    private volatile ECKey key;
    private volatile boolean down;

    public Tokens() {
        try {
            key = ecKey("first");
            rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            var body = new JWKSet(List.of(key.toPublicJWK(), rsa.toPublicJWK())).toString().getBytes(UTF_8);
            exchange.sendResponseHeaders(down ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /// Points the service under test at the shared identity provider.
    public static void configure(DynamicPropertyRegistry registry) {
        SHARED.configureThis(registry);
    }

    public void configureThis(DynamicPropertyRegistry registry) {
        registry.add("nms.identity.issuer", () -> ISSUER);
        registry.add("nms.identity.audience", () -> AUDIENCE);
        registry.add("nms.identity.jwks-uri", this::jwksUri);
    }

    public static Tokens shared() {
        return SHARED;
    }

    /// A token of one role and nobody in particular.
    public static String of(Role role) {
        return of(role, null, null, null);
    }

    /// A person's token.
    public static String of(Role role, UUID personId) {
        return of(role, personId, null, null);
    }

    public static String of(Role role, @Nullable UUID personId, @Nullable UUID organisationId, @Nullable UUID municipalityId) {
        return SHARED.signed(claims -> claims(claims, role, personId, organisationId, municipalityId));
    }

    private static JWTClaimsSet.Builder claims(JWTClaimsSet.Builder claims, Role role, @Nullable UUID personId,
                                               @Nullable UUID organisationId, @Nullable UUID municipalityId) {
        return claims.claim("roles", List.of(role.name()))
                .claim("scope", role == Role.FEDERAL ? "sync" : null)
                .claim("person_id", personId == null ? null : personId.toString())
                .claim("organisation_id", organisationId == null ? null : organisationId.toString())
                .claim("municipality_id", municipalityId == null ? null : municipalityId.toString());
    }

    public String jwksUri() {
        return "http://localhost:" + server.getAddress().getPort() + "/keys";
    }

    /// A good token, but for what the change spoils.
    public String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(change, JWSAlgorithm.ES256, JOSEObjectType.JWT, key.getKeyID());
    }

    public String signed(UnaryOperator<JWTClaimsSet.Builder> change, JWSAlgorithm algorithm, @Nullable JOSEObjectType type,
                         String keyId) {
        try {
            var header = new JWSHeader.Builder(algorithm).type(type).keyID(keyId).build();
            var jwt = new SignedJWT(header, change.apply(good()).build());
            JWSSigner signer = JWSAlgorithm.Family.EC.contains(algorithm) ? new ECDSASigner(key) : new RSASSASigner(rsa);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Signed with an RSA key of the same issuer.
    public String signedWithRsa(UnaryOperator<JWTClaimsSet.Builder> change, JWSAlgorithm algorithm) {
        return signed(change, algorithm, JOSEObjectType.JWT, rsa.getKeyID());
    }

    private static JWTClaimsSet.Builder good() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder().issuer(ISSUER).audience(AUDIENCE).subject("subject-" + UUID.randomUUID())
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(Duration.ofMinutes(10))));
    }

    /// Tokens of this role that must all be answered 401.
    public List<Refused> refused(Role role) {
        UnaryOperator<JWTClaimsSet.Builder> good = claims -> claims(claims, role, null, null, null);
        return List.of(
                new Refused("expired", signed(claims -> good.apply(claims)
                        .expirationTime(Date.from(Instant.now().minusSeconds(120))))),
                new Refused("wrong audience", signed(claims -> good.apply(claims).audience("elsewhere"))),
                new Refused("wrong issuer", signed(claims -> good.apply(claims).issuer("https://elsewhere.test"))),
                new Refused("wrong algorithm", signedWithRsa(good, JWSAlgorithm.RS256)));
    }

    /// @param why what is wrong with the token
    public record Refused(String why, String token) {}

    /// New tokens are signed with a new key from now on; the old key is no longer published.
    public void rotate() {
        try {
            key = ecKey(UUID.randomUUID().toString());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public void goDown(boolean away) {
        down = away;
    }

    /// How often the key set was read.
    public int asked() {
        return asked.get();
    }

    private static ECKey ecKey(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }
}
