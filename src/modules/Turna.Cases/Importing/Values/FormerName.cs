using System.Text.RegularExpressions;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>Another family name that a remark gives her: "бывш. Токтосунова, вышла замуж", "урожд. Асанова", "мурунку фам. Бекова".</summary>
internal static partial class FormerName
{
    /// <summary>The family name; null where the remark names none, or several.</summary>
    public static string? In(string remarks)
    {
        var names = Said().Matches(remarks).Select(match => match.Groups["name"].Value).Where(IsFamily).DistinctBy(Spelling.Fold).ToArray();
        return names is [var one] ? one : null;
    }

    private static bool IsFamily(string name) => Ending().IsMatch(name);

    [GeneratedRegex(@"(?<!\p{L})(бывш(ая|ей)?\.?|б\.|быв\.|экс|урожд(енная|ённая|ен\.)?\.?|урож\.|рожд\.|дев(ичья|ичьей|ич)?\.?|до\s+(замужества|брака|свадьбы)(\s+была)?|ранее|раньше|прежде|прежняя|прежн\.?|была|сменила\s+фамилию(\s*,?\s*(была|с))?|по\s+(мужу|паспорту|документам|отцу|первому\s+мужу)|новая|теперь|сейчас|стала|она\s+же|он\s+же|мурунку|мурда|мурун|эски|кыз(дык)?|кыз\s+кезинде(ги)?|турмушка\s+чыккан(га)?\s+чейин|күйөөсүнүн|азыр(кы)?|паспорт(у)?\s+боюнча|née|nee|maiden|formerly|qizlik|oldingi|avvalgi|қизлик|олдинги)\s*(фам(илия(си|сы)?|илии)?\.?|тек(ти|и)?|fam(iliyasi)?\.?|name)?\s*[:–—-]?\s*[«""(]?(?<name>\p{Lu}\p{L}{3,})[»"")]?\s*(?=$|[,.;:!()/\n]|(вышла|вышедшая|замуж|до|по|фам|кездеги)(?!\p{L}))", RegexOptions.ExplicitCapture)]
    private static partial Regex Said();

    [GeneratedRegex(@"(ов|ев|ёв|ова|ева|ёва|ина|ский|ская|ко|ой|ov|ev|ova|eva|yeva|skaya)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Ending();
}
