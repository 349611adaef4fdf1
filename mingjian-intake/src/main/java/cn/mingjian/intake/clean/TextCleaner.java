package cn.mingjian.intake.clean;

/** Text: as delivered, without blanks at its ends. */
final class TextCleaner extends CellCleaner {

    TextCleaner(ByteTexts<Boolean> missing) {
        super(missing);
    }

    @Override
    void read(byte[] bytes, int from, int to, Cleaned out) {
        if (!Utf8.valid(bytes, from, to)) {
            out.untypable(Reason.ENCODING);
        } else if (Lost.is(bytes, from, to)) {
            out.untypable(Reason.LOST);
        } else {
            out.slice(bytes, from, to);
        }
    }
}
