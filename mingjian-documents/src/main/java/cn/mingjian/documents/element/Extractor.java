package cn.mingjian.documents.element;

import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.LegalText;

/** Reads documents of one kind. Safe for several threads; equal texts give equal extractions. */
public interface Extractor {

    /** The template that says what is looked for. */
    Template template();

    /** What one document says. Never fails on a text: what cannot be read is not stated. */
    Extraction extract(String id, LegalText text);

    /** Whether a document looks like one of this kind; of one that does not, hardly anything will be known. */
    boolean looksLike(Extraction extraction);
}
