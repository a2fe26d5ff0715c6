package ru.nms.platform.http;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Strings of request bodies: really strings, never numbers, and free of the control characters that PostgreSQL
/// (NUL) and people (the rest) cannot store or see.
final class PlainStrings extends StdScalarDeserializer<String> {

    PlainStrings() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(context.constructType(String.class), json);
        }
        var text = json.getString();
        if (text.chars().anyMatch(PlainStrings::isControl)) {
            return (String) context.handleWeirdStringValue(String.class, "", "control character");
        }
        return text;
    }

    static boolean isControl(int character) {
        return character < ' ' && character != '\n' && character != '\r' && character != '\t';
    }
}
