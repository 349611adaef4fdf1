package cn.mingjian.server.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests as a browser sends them; a test changes what it is about. */
final class Wishes {

    static final String PATH = "/api/v1/requests";

    private Wishes() {}

    /** A request that can be kept. */
    static Map<String, Object> wish() {
        Map<String, Object> wish = new HashMap<>();
        wish.put("way", "SHARED");
        wish.put("owner", "market-regulation");
        wish.put("provider", "某市市场监督管理局");
        wish.put("models", List.of("shell-companies"));
        wish.put("contracts", List.of("market_entity"));
        wish.put("requiredOnly", false);
        wish.put("bases", List.of("人民检察院组织法@2018#21", "个人信息保护法@2021#34"));
        wish.put("purpose", "依法履行法律监督职责，开展调查核实");
        wish.put("periodFrom", "2023-01-01");
        wish.put("periodUntil", "2024-09-30");
        wish.put("regions", List.of("340123"));
        wish.put("handingOver", "以光盘当面交接");
        wish.put("contact", "测试员，电话 000-0000000");
        wish.put("due", "2026-12-31");
        wish.put("remarks", "");
        return wish;
    }
}
