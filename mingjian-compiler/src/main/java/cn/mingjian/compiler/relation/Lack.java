package cn.mingjian.compiler.relation;

import java.util.Optional;

/** Data that were not delivered: a whole contract, or one column of it. */
public record Lack(String contract, Optional<String> column) implements Comparable<Lack> {

    public static Lack of(String contract) {
        return new Lack(contract, Optional.empty());
    }

    public static Lack of(String contract, String column) {
        return new Lack(contract, Optional.of(column));
    }

    @Override
    public int compareTo(Lack other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return column.map(name -> contract + "." + name).orElse(contract);
    }
}
