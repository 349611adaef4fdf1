package cn.mingjian.server.request;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.server.page.Zipped;
import cn.mingjian.server.request.pack.ErrorPaper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;

/** The letter about errors and their list, as one file that goes to whoever delivered the data. */
final class ErrorPack {

    private ErrorPack() {}

    static ResponseEntity<byte[]> answer(String name, ErrorPaper paper) {
        return Zipped.answer("errors-" + name, files(paper));
    }

    private static Map<String, byte[]> files(ErrorPaper paper) {
        ByteArrayOutputStream letter = new ByteArrayOutputStream();
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        try {
            paper.letter(letter);
            paper.list(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("1 " + say("errors-file-letter") + ".docx", letter.toByteArray());
        files.put("2 " + say("errors-list") + ".xlsx", list.toByteArray());
        return files;
    }

    static String say(String key) {
        return Messages.text(Language.ZH, "letter." + key);
    }
}
