package cn.mingjian.documents.score;

/**
 * How one element was found.
 *
 * @param gold how often the gold file has it
 * @param found how often the extraction has it, in the documents of the gold file
 * @param right how many of these agree
 */
public record ElementScore(String element, int gold, int found, int right) {

    public double precision() {
        return found == 0 ? 0 : (double) right / found;
    }

    public double recall() {
        return gold == 0 ? 0 : (double) right / gold;
    }

    public double f1() {
        return gold + found == 0 ? 0 : 2.0 * right / (gold + found);
    }

    public Interval precisionInterval() {
        return Interval.wilson(right, found);
    }

    public Interval recallInterval() {
        return Interval.wilson(right, gold);
    }

    public Interval f1Interval() {
        return Interval.f1(right, found, gold);
    }
}
