package cn.mingjian.bench.rules;

import cn.mingjian.model.library.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * One side of a comparison, once, in a process of its own: {@code Side hand LIBRARY REGISTERS FILE.sql}. Prints what was
 * found, then what it cost.
 */
public final class Side {

    private Side() {}

    public static void main(String[] arguments) throws IOException {
        Library library = Library.open(Path.of(arguments[1]));
        Registers registers = Registers.in(Path.of(arguments[2]));
        Answer answer = HandWritten.answer(Path.of(arguments[3]), registers, library);
        answer.counts().forEach((step, counts) -> System.out.println(step + ": " + counts));
        Cost cost = Cost.soFar();
        System.out.printf(Locale.ROOT, "cost %.2f %.2f %d%n", cost.cpu(), cost.wall(), cost.peak());
    }
}
