package cn.mingjian.running.output;

import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Funnel.RuleCount;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.contract.LackWords;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.ModelPackage.Input;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.table.ReferenceTable;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a person calls the things of a model: registers, reference tables, rules, steps and what they lack, in one language. */
public class ModelWords {

    private static final Pattern PLACEHOLDERS = Pattern.compile("(…|\\{[a-z][a-z0-9_]*})+");

    private final ModelPackage pack;
    private final Library library;
    private final Language language;

    ModelWords(ModelPackage pack, Library library, Language language) {
        this.pack = pack;
        this.library = library;
        this.language = language;
    }

    final String say(String key, Object... arguments) {
        return Messages.text(language, key, arguments);
    }

    boolean chinese() {
        return language == Language.ZH;
    }

    String in(Words words) {
        return words.in(language);
    }

    /** Parts of a list, as the language separates them. */
    String listed(Collection<String> parts) {
        return String.join(language == Language.ZH ? "、" : ", ", parts);
    }

    /** Sentences or groups of words, as the language separates them. */
    String joined(Collection<String> parts) {
        return String.join(language == Language.ZH ? "；" : "; ", parts);
    }

    /** The title of a contract, or its id where the library has none of that name. */
    public String register(String contract) {
        return found(contract).map(found -> found.title().in(language)).orElse(contract);
    }

    Optional<Contract> found(String contract) {
        return library.contracts().find(contract);
    }

    /** The title of the register, or the reference table, behind a name of the model. */
    public String input(String name) {
        return contract(name)
                .map(found -> found.title().in(language))
                .or(() -> table(name).map(found -> found.title().in(language)))
                .orElse(name);
    }

    Optional<Contract> contract(String input) {
        return Optional.ofNullable(pack.inputs().get(input))
                .map(Input::contractId)
                .flatMap(library.contracts()::find);
    }

    Optional<ReferenceTable> table(String name) {
        return Optional.ofNullable(pack.tables().get(name))
                .map(YamlScalar::text)
                .flatMap(library.tables()::find);
    }

    /** The title of a rule's clues without the values of one, or its id where nobody wrote a title. */
    public String rule(RuleCount rule) {
        return rule(rule.rule(), rule.signal());
    }

    private String rule(String id, boolean signal) {
        return Optional.ofNullable((signal ? pack.signals() : pack.rules()).get(id))
                .flatMap(map -> map.map("title"))
                .map(words -> PLACEHOLDERS.matcher(Words.of(words).in(language)).replaceAll("…"))
                .map(title -> title.replaceFirst("^…[,，:：]?\\s*", ""))
                .orElse(id);
    }

    /** The title of a rule, of a signal marked as such. */
    String title(RuleCount rule) {
        return (rule.signal() ? "(" + say("output.signal") + ") " : "") + rule(rule);
    }

    /**
     * What a step does: its title, or where nobody wrote one, what it is made from; of a step inside a derived contract after
     * the contract's title. Inputs, and rules and signals with their hits, are known too.
     */
    public String step(String name) {
        String plain = name.replaceFirst("^hits of ", "");
        if (plain.startsWith("rule.") || plain.startsWith("signal.")) {
            return rule(plain.substring(plain.indexOf('.') + 1), plain.startsWith("signal."));
        }
        return new StepNames(pack, this, language).name(plain);
    }

    /** What data are lacking, as registers and columns are called. */
    public String lacks(Collection<Lack> lacks) {
        return in(lackWords().words(lacks));
    }

    LackWords lackWords() {
        return new LackWords(library.contracts());
    }
}
