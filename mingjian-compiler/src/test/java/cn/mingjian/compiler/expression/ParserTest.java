package cn.mingjian.compiler.expression;

import static cn.mingjian.compiler.expression.ExpressionText.mistakes;
import static cn.mingjian.compiler.expression.ExpressionText.tree;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.model.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading expressions: what binds how, and where a mistake is said to stand. */
class ParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a or b and c                      | (a or (b and c))
            a and b or c                      | ((a and b) or c)
            not a and b                       | ((not a) and b)
            not a = b                         | (not (a = b))
            not not a                         | (not (not a))
            not a in (1, 2)                   | (not (a in 1, 2))
            a not in (1, 2)                   | (a not in 1, 2)
            a + b * c - d                     | ((a + (b * c)) - d)
            a - b - c                         | ((a - b) - c)
            (a - b) * -c                      | ((a - b) * (- c))
            -a + b                            | ((- a) + b)
            - - 3                             | (- (- 3))
            a < b + 1 and c                   | ((a < (b + 1)) and c)
            a between b and c and d           | ((a between b..c) and d)
            a between b + 1 and c * 2 or d    | ((a between (b + 1)..(c * 2)) or d)
            a not between 1 and 2             | (a not between 1..2)
            a like 'x%' and b not like '_'    | ((a like 'x%') and (b not like '_'))
            a is null or b is not null        | ((a is null) or (b is not null))
            a + 1 is null                     | ((a + 1) is null)
            x.a = y.b                         | (x.a = y.b)
            f(a, g(b), :p)                    | f(a, g(b), :p)
            f()                               | f()
            count(*) > count(distinct a)      | (count(*) > count(distinct a))
            CASE WHEN a THEN 1 ELSE 2 END     | [a -> 1; 2]
            case when a then 1 when b then 2 end | [a -> 1; b -> 2]
            case a when 1 then 'x' else 'y' end  | [(a = 1) -> 'x'; 'y']
            'it''s'                           | 'it's'
            ''                                | ''
            1.50                              | 1.50
            TRUE and Null is null             | (true and (null is null))
            F(A)                              | f(A)
            """)
    void shouldBindAsSqlDoes(String written, String tree) {
        assertThat(tree(written)).isEqualTo(tree);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = b = c",
                "a < b < c",
                "a b",
                "a and",
                "and a",
                "a in ()",
                "a in 1",
                "f(a,)",
                "f(a",
                "(a",
                "a)",
                "a.",
                "a.'b'",
                "a.b.c",
                "case end",
                "case when a end",
                "a is 3",
                "a not null",
                "not",
                "a between 1",
                "count(distinct *)",
                "1 2",
                "1a",
                "a ; b",
                "a /* b */",
                "a \"b\"",
                "a != b",
                "a || b",
                "a::int",
                "$1",
                "?",
                "[1]",
                "{a}",
                "'open",
                ":",
                ":1",
                "select 1 from a where (select 1)",
                "a \u0000",
                "𠀀",
                "年龄 > 3",
                "a\u00a0>\u00a03",
                "ａ > 3"
            })
    void shouldRefuseWhatIsNoExpression(String written) {
        Problems problems = new Problems();

        assertThat(Parser.parse(ExpressionText.raw(written), problems)).isEmpty();
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().get(0).code()).startsWith("expression.");
    }

    @Test
    void shouldPlaceMistakesInPlainAndQuotedScalars() {
        assertThat(mistakes("x: a = b c")).containsExactly("1:10 expression.unexpected");
        assertThat(mistakes("x: \"a = b c\"")).containsExactly("1:11 expression.unexpected");
        assertThat(mistakes("x: \"a = \\\"\"")).containsExactly("1:9 expression.character");
        assertThat(mistakes("x: 'a = ''b'' c'")).containsExactly("1:15 expression.unexpected");
        assertThat(mistakes("y: 1\nx:   a = '年龄' c")).containsExactly("2:15 expression.unexpected");
        assertThat(mistakes("x: a = '𠀀𠀀' c")).containsExactly("1:13 expression.unexpected");
    }

    @Test
    void shouldPlaceMistakesAcrossLines() {
        assertThat(mistakes("x: a\n  and b\n  c")).containsExactly("3:3 expression.unexpected");
        assertThat(mistakes("x: \"a\n  and b\n  c\"")).containsExactly("3:3 expression.unexpected");
        assertThat(mistakes("x: |\n  a\n  and b\n    c")).containsExactly("4:5 expression.unexpected");
        assertThat(mistakes("x: |\n    a\n\n    c")).containsExactly("4:5 expression.unexpected");
        assertThat(mistakes("x: >\n  a\n  and b\n  c")).containsExactly("4:3 expression.unexpected");
        assertThat(mistakes("x: >-\n  a and\n  b c")).containsExactly("3:5 expression.unexpected");
        assertThat(mistakes("x: a\n\n  and b c")).containsExactly("3:9 expression.unexpected");
        assertThat(mistakes("x: a and\n")).containsExactly("1:9 expression.ends");
    }

    @Test
    void shouldReadUpToItsBoundsAndRefuseBeyond() {
        assertThat(tree("(".repeat(59) + "a" + ")".repeat(59))).isEqualTo("a");
        assertThat(tree("(".repeat(60) + "a" + ")".repeat(60))).isEqualTo("expression.too-deep");
        assertThat(tree("not ".repeat(1_900) + "a")).isEqualTo("expression.too-deep");
        assertThat(tree("a" + " or a".repeat(999))).startsWith("((");
        assertThat(tree("a" + " or a".repeat(1_000))).isEqualTo("expression.too-long");
        assertThat(tree("9".repeat(30))).isEqualTo("9".repeat(30));
        assertThat(tree("9".repeat(31))).isEqualTo("expression.number");
    }
}
