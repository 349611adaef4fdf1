package cn.mingjian.documents.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A row that is put together column by column; what is not known is left out. */
final class Row {

    private final ObjectNode node = JsonNodeFactory.withExactBigDecimals(true).objectNode();

    Row put(String column, String value) {
        node.put(column, value);
        return this;
    }

    Row put(String column, Optional<String> value) {
        value.ifPresent(text -> node.put(column, text));
        return this;
    }

    Row put(String column, int value) {
        node.put(column, value);
        return this;
    }

    Row put(String column, boolean value) {
        node.put(column, value);
        return this;
    }

    Row value(String column, Optional<JsonNode> value) {
        value.ifPresent(one -> node.set(column, one));
        return this;
    }

    ObjectNode node() {
        return node;
    }
}
