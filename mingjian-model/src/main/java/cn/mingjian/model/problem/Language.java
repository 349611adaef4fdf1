package cn.mingjian.model.problem;

/** A language of the interface. Chinese is the default. */
public enum Language {
    ZH,
    EN;

    /** The code in file names and options: {@code zh} or {@code en}. */
    public String code() {
        return switch (this) {
            case ZH -> "zh";
            case EN -> "en";
        };
    }
}
