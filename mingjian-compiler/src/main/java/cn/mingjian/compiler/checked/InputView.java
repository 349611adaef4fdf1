package cn.mingjian.compiler.checked;

import cn.mingjian.model.contract.Contract;

/**
 * An input as the engine sees it: the rows of a contract's data that the input admits.
 *
 * @param name relation name
 * @param where SQL condition over the alias {@code l}, or empty
 */
public record InputView(String name, Contract contract, String where) {

    /** Name of the table or view with a contract's data; fields as in the contract, {@code _part} and {@code _pos}. */
    public static String dataName(String contractId) {
        return "data." + contractId;
    }
}
