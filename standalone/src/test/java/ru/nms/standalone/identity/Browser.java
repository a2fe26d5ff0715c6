package ru.nms.standalone.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A person before the sign-in page: form, cookie, code and PKCE, as the API page does it.
public final class Browser {

    static final String PAGE = "/webjars/swagger-ui/oauth2-redirect.html";

    private final String issuer;
    private final String page;
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    public Browser(String issuer, int gatewayPort) {
        this.issuer = issuer;
        this.page = "http://localhost:" + gatewayPort + PAGE;
    }

    /// The person's access token.
    public String token(String login, String password) throws Exception {
        signIn(login, password);
        var verifier = "a".repeat(64);
        var code = queryOf(authorize(page, challenge(verifier)).headers().firstValue("location").orElseThrow(), "code");
        var answer = post("/oauth2/token", Map.of("grant_type", "authorization_code", "client_id", "nms-web", "code", code,
                "redirect_uri", page, "code_verifier", verifier), null);
        assertThat(answer.statusCode()).isEqualTo(200);
        return field(answer.body(), "access_token");
    }

    void signIn(String login, String password) throws Exception {
        var form = get(issuer + "/login").body();
        var token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form);
        assertThat(token.find()).isTrue();
        var answer = post("/login", Map.of("username", login, "password", password, "_csrf", token.group(1)), null);
        assertThat(answer.headers().firstValue("location").orElseThrow()).doesNotContain("error");
    }

    HttpResponse<String> authorize(String redirect, String challenge) throws Exception {
        return get(issuer + "/oauth2/authorize?response_type=code&client_id=nms-web&scope=api&redirect_uri=" + redirect
                + (challenge == null ? "" : "&code_challenge_method=S256&code_challenge=" + challenge));
    }

    HttpResponse<String> get(String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /// @param basic client and secret, for a machine
    HttpResponse<String> post(String path, Map<String, String> form, String basic) throws Exception {
        var body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(issuer + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (basic != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(UTF_8)));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static String challenge(String verifier) throws Exception {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    }

    private static String queryOf(String address, String name) {
        var found = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(address);
        assertThat(found.find()).as(address).isTrue();
        return found.group(1);
    }

    static String field(String json, String name) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        assertThat(found.find()).as(json).isTrue();
        return found.group(1);
    }
}
