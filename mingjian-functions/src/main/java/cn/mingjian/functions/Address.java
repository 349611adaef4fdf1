package cn.mingjian.functions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses in one form for comparison. What can be told apart stays apart: a city is left out only where a county or
 * district follows, numbers and roads are never touched.
 */
public final class Address {
    private static final List<String> PROVINCES = List.of(
            "新疆维吾尔自治区",
            "广西壮族自治区",
            "宁夏回族自治区",
            "内蒙古自治区",
            "西藏自治区",
            "黑龙江省",
            "河北省",
            "山西省",
            "辽宁省",
            "吉林省",
            "江苏省",
            "浙江省",
            "安徽省",
            "福建省",
            "江西省",
            "山东省",
            "河南省",
            "湖北省",
            "湖南省",
            "广东省",
            "海南省",
            "四川省",
            "贵州省",
            "云南省",
            "陕西省",
            "甘肃省",
            "青海省",
            "台湾省");
    private static final List<String> SHORT_PROVINCES = List.of(
            "内蒙古", "黑龙江", "新疆", "广西", "宁夏", "西藏", "河北", "山西", "辽宁", "吉林", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南",
            "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾");
    private static final List<String> CITY_ENDS = List.of("自治州", "地区", "市", "盟");
    private static final List<String> NO_DISTRICTS =
            List.of("开发区", "示范区", "工业区", "经开区", "高新区", "园区", "小区", "社区", "校区", "厂区", "景区", "市区", "新区");
    private static final List<String> NEW_DISTRICTS = List.of("浦东新区", "滨海新区");
    private static final String NO_PLACE = "路街道巷弄号楼栋幢室村镇乡";
    private static final String BUILDING = "栋棟號#楼房";
    private static final String DASHES = "-‐‑‒–—―−~～";
    private static final String TRAILING = ",，.。;；、:：";
    private static final int LONGEST_CITY = 11;
    private static final int LONGEST_COUNTY = 12;

    private Address() {}

    /**
     * The address in half width capitals without blanks, without province, and without the city where a county or
     * district follows; 栋, 棟 and 号楼 as 幢, # as 号, 號 as 号, 301房 at the end as 301室, dashes as -. Null when nothing is left.
     */
    public static @Nullable String normal(String address) {
        String plain = plain(address);
        String place = withoutCity(withoutProvince(plain));
        String result = unified(place);
        return result.isEmpty() ? null : result;
    }

    private static String plain(String address) {
        StringBuilder out = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); i++) {
            char c = Width.half(address.charAt(i));
            if (Width.isBlank(c)) {
                continue;
            }
            if (DASHES.indexOf(c) >= 0) {
                c = '-';
            }
            out.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
        }
        int end = out.length();
        while (end > 0 && TRAILING.indexOf(out.charAt(end - 1)) >= 0) {
            end--;
        }
        return out.substring(0, end);
    }

    private static String withoutProvince(String text) {
        for (String province : PROVINCES) {
            if (text.startsWith(province)) {
                return text.substring(province.length());
            }
        }
        for (String province : SHORT_PROVINCES) {
            if (text.startsWith(province) && cityEnd(text.substring(province.length())) > 0) {
                return text.substring(province.length());
            }
        }
        return text;
    }

    /** Also a city that was written twice, as forms that put a field before the address do. */
    private static String withoutCity(String text) {
        int end = cityEnd(text);
        if (end == 0) {
            return text;
        }
        String city = text.substring(0, end);
        String rest = text.substring(end);
        while (rest.startsWith(city)) {
            rest = rest.substring(end);
        }
        rest = rest.startsWith("市辖区") ? rest.substring("市辖区".length()) : rest;
        return startsWithCounty(rest) ? rest : city + rest;
    }

    /** The end of a city's name at the start of the text, 0 when it does not begin with one. */
    private static int cityEnd(String text) {
        for (int end = 2; end <= Math.min(LONGEST_CITY, text.length()); end++) {
            if (NO_PLACE.indexOf(text.charAt(end - 1)) >= 0 || !Character.isIdeographic(text.charAt(end - 1))) {
                return 0;
            }
            String name = text.substring(0, end);
            boolean county = name.endsWith("县") || name.endsWith("区") && !name.endsWith("地区");
            if (county) {
                return 0;
            }
            for (String suffix : CITY_ENDS) {
                if (name.endsWith(suffix) && name.length() > suffix.length()) {
                    return name.length() - suffix.length() >= 2 ? end : 0;
                }
            }
        }
        return 0;
    }

    private static boolean startsWithCounty(String text) {
        for (String district : NEW_DISTRICTS) {
            if (text.startsWith(district)) {
                return true;
            }
        }
        for (int end = 1; end <= Math.min(LONGEST_COUNTY, text.length()); end++) {
            char c = text.charAt(end - 1);
            if (NO_PLACE.indexOf(c) >= 0 || !Character.isIdeographic(c)) {
                return false;
            }
            if (c == '县' || c == '旗') {
                return end >= 2;
            }
            if (c == '区' || c == '市') {
                return end >= 3 && !noDistrict(text.substring(0, end)) && !market(text, end);
            }
        }
        return false;
    }

    private static boolean noDistrict(String name) {
        for (String end : NO_DISTRICTS) {
            if (name.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean market(String text, int end) {
        return text.charAt(end - 1) == '市' && end < text.length() && "场集政".indexOf(text.charAt(end)) >= 0;
    }

    private static String unified(String place) {
        if (!hasBuilding(place)) {
            return place;
        }
        String text = place.replace('栋', '幢').replace('棟', '幢').replace('號', '号');
        text = text.replace("号楼", "幢")
                .replace("#楼", "幢")
                .replace("#幢", "幢")
                .replace("号幢", "幢")
                .replace('#', '号');
        boolean room = text.length() > 1 && text.endsWith("房") && digit(text.charAt(text.length() - 2));
        return room ? text.substring(0, text.length() - 1) + "室" : text;
    }

    private static boolean hasBuilding(String place) {
        for (int i = 0; i < place.length(); i++) {
            if (BUILDING.indexOf(place.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
