package ru.nms.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiChangesTest {

    private static final String OLD = """
            {"paths": {
              "/people": {
                "get": {"parameters": [{"in": "query", "name": "sort", "schema": {"type": "string", "enum": ["name", "-name"]}},
                                       {"in": "query", "name": "q", "schema": {"type": "string"}}],
                        "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Page"}},
                                                          "text/csv": {"schema": {"type": "string"}}}},
                                      "404": {}}},
                "post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Person"}}}},
                         "responses": {"201": {}}}},
              "/people/{id}": {"delete": {"responses": {"204": {}}}}},
             "components": {"schemas": {
               "Page": {"type": "object", "properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/Person"}}}},
               "Person": {"type": "object", "required": ["name"],
                          "properties": {"name": {"type": "string"}, "age": {"type": "integer"},
                                         "kind": {"type": "string", "enum": ["A", "B"]},
                                         "boss": {"$ref": "#/components/schemas/Person"}}}}}}""";

    @Test
    void findsNothingInWhatIsTheSame() {
        assertThat(changed("", "")).isEmpty();
    }

    @Test
    void allowsAdditions() {
        assertThat(changed("\"enum\": [\"A\", \"B\"]", "\"enum\": [\"A\", \"B\", \"C\"]")).isEmpty();
        assertThat(changed("\"age\": {", "\"height\": {\"type\": \"number\"}, \"age\": {")).isEmpty();
        assertThat(changed("\"paths\": {", "\"paths\": {\"/new\": {\"get\": {}},")).isEmpty();
        assertThat(changed("[{\"in\": \"query\"", "[{\"in\": \"query\", \"name\": \"new\"}, {\"in\": \"query\"")).isEmpty();
    }

    @Test
    void findsAnOperationThatIsGone() {
        assertThat(changed("\"delete\"", "\"put\"")).containsExactly("DELETE /people/{id} is gone");
        assertThat(changed("\"/people/{id}\"", "\"/persons/{id}\"")).containsExactly("DELETE /people/{id} is gone");
    }

    @Test
    void findsAParameterThatIsGoneOrNewlyRequired() {
        assertThat(changed("\"name\": \"q\"", "\"name\": \"text\"")).containsExactly("GET /people query parameter q is gone");
        assertThat(changed("\"name\": \"q\"", "\"required\": true, \"name\": \"q\""))
                .containsExactly("GET /people query parameter q is newly required");
        assertThat(changed("[{\"in\": \"query\"", "[{\"in\": \"query\", \"name\": \"new\", \"required\": true}, {\"in\": \"query\""))
                .containsExactly("GET /people query parameter new is newly required");
    }

    @Test
    void findsAFieldThatIsGoneWhereItIsReadAndWhereItIsSent() {
        assertThat(changed("\"age\": {\"type\": \"integer\"},", "")).containsExactly(
                "GET /people 200.items[].age is gone", "POST /people body.age is gone");
    }

    @Test
    void findsAFieldThatIsNewlyRequiredOfThoseWhoSendIt() {
        assertThat(changed("\"required\": [\"name\"]", "\"required\": [\"name\", \"age\"]"))
                .containsExactly("POST /people body.age is newly required");
        assertThat(changed("\"requestBody\": {", "\"requestBody\": {\"required\": true,"))
                .containsExactly("POST /people body is newly required");
    }

    @Test
    void findsValuesThatAreNoLongerKnown() {
        assertThat(changed("[\"name\", \"-name\"]", "[\"name\"]"))
                .containsExactly("GET /people query parameter sort no longer knows -name");
        assertThat(changed("[\"A\", \"B\"]", "[\"B\"]")).containsExactly(
                "GET /people 200.items[].kind no longer knows A", "POST /people body.kind no longer knows A");
    }

    @Test
    void findsAnotherTypeAFormAndAnAnswerThatAreGone() {
        assertThat(changed("\"age\": {\"type\": \"integer\"}", "\"age\": {\"type\": \"string\"}")).containsExactly(
                "GET /people 200.items[].age is no longer integer", "POST /people body.age is no longer integer");
        assertThat(changed("text/csv", "text/plain")).containsExactly("GET /people 200 as text/csv is gone");
        assertThat(changed("\"201\"", "\"202\"")).containsExactly("POST /people 201 is gone");
    }

    @Test
    void findsAValueThatIsNewlyLimited() {
        assertThat(changed("\"name\": {\"type\": \"string\"}", "\"name\": {\"type\": \"string\", \"enum\": [\"X\"]}"))
                .containsExactly("GET /people 200.items[].name is newly limited to [X]",
                        "POST /people body.name is newly limited to [X]");
    }

    private static List<String> changed(String part, String by) {
        assertThat(OLD).contains(part);
        return ApiChanges.breaking(json(OLD), json(part.isEmpty() ? OLD : OLD.replaceFirst(
                Pattern.quote(part), Matcher.quoteReplacement(by))));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
