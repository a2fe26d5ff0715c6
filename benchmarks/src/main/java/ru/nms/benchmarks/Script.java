package ru.nms.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/// One transaction of the limit: random whole numbers and the statements that use them, as `pgbench` reads it.
///
/// @param variables upper bounds of the random numbers, which begin with 1
record Script(Map<String, Integer> variables, List<String> statements) {

    private static final Pattern VARIABLE = Pattern.compile("(?<!:):([a-z]+)");

    String forPgbench() {
        var text = new StringBuilder();
        variables.forEach((name, most) -> text.append("\\set %s random(1, %d)\n".formatted(name, most)));
        statements.forEach(statement -> text.append(statement.strip().replaceAll("\\s*\n\\s*", " ")).append(";\n"));
        return text.toString();
    }

    /// The same over JDBC, where there is no `pgbench`.
    Runnable prepare(Connection connection, Random random) throws SQLException {
        List<PreparedStatement> prepared = new ArrayList<>();
        List<List<String>> names = new ArrayList<>();
        for (var statement : statements) {
            prepared.add(connection.prepareStatement(VARIABLE.matcher(statement).replaceAll("?")));
            names.add(VARIABLE.matcher(statement).results().map(found -> found.group(1)).toList());
        }
        return () -> {
            var values = new HashMap<String, Integer>();
            variables.forEach((name, most) -> values.put(name, 1 + random.nextInt(most)));
            for (int i = 0; i < prepared.size(); i++) {
                execute(prepared.get(i), names.get(i).stream().map(values::get).toList());
            }
        };
    }

    private static void execute(PreparedStatement statement, List<Integer> values) {
        try {
            for (int i = 0; i < values.size(); i++) {
                statement.setInt(i + 1, values.get(i));
            }
            if (statement.execute()) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        rows.getString(1);
                    }
                }
            }
        } catch (SQLException cause) {
            throw new Broken("The statement of the limit fails", cause);
        }
    }
}
