package cn.mingjian.engine.random;

import java.util.List;
import java.util.Random;

/** Choices from a seed. */
final class Draw {

    private final Random random;

    Draw(long seed) {
        random = new Random(seed);
    }

    /** A number from 0 to below a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Whether something happens that happens once in so many times. */
    boolean oneIn(int times) {
        return below(times) == 0;
    }

    String of(String... choices) {
        return choices[below(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
