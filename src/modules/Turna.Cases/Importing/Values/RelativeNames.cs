using System.Text.RegularExpressions;

namespace Turna.Cases.Importing.Values;

/// <summary>Names that are another's: "жена Осмоналиева Бакыта", "Нурсултандын апасы". Who called is then not known by name.</summary>
internal static partial class RelativeNames
{
    public static bool Is(string name) => (Before().Match(name) is { Success: true } before && (before.Groups["client"].Success || char.IsUpper(before.Groups["whose"].Value[0]))) || Behind().IsMatch(name);

    /// <summary>A relative at the end of what stands before a birth: "Асанова Айгүл, сын".</summary>
    /// <param name="name">What stands before a birth.</param>
    /// <param name="hers">The name without the relative.</param>
    public static bool EndsWithOne(string name, out string hers)
    {
        var match = AtEnd().Match(name);
        hers = match.Success ? match.Groups["hers"].Value : name;
        return match.Success;
    }

    [GeneratedRegex(@"^(?<hers>.*\p{L}\.?)[\s,;(/–—-]+(сын(у|а|ом)?|доч(ь|ери|ка|ке|ерью)|реб[её]н\w*|дет(и|ям|ей|ьми)|муж(у|а|ем)?|жен(а|е|ы|ой)|супруг\w*|мат(ь|ери)|мам[аеы]|от(ец|цу|ца)|пап[аеы]|брат(у|а)?|сестр(а|е|ы)|внук(у|а)?|внучк[аеи]|баласы|балдары|күйөөсү|аялы|апасы|атасы|иниси|сиңдиси|эжеси|агасы|небереси|eri|xotini|bolasi|son|daughter|child(ren)?|husband|wife|mother|father|brother|sister)[\s:,–—-]*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AtEnd();

    [GeneratedRegex(@"^\s*(мам[аы]|мать|пап[аы]|отец|жен[аы]|супруг[аи]?|муж|брат(ишка)?|сестр([её]нк)?а|доч(ь|ка)|сын(ок)?|т[её]т[яи]|дяд[яи]|бабушк[аи]|дедушк[аи]|сосед(ка)?|подруга|друг|родственни(к|ца|ки)|свекровь|теща|тёща|сноха|невестка|зять|племянни(к|ца)|коллега|земля(к|чка)|wife|husband|mother|father|sister|brother|son|daughter|friend|relative|neighbou?r)(\s+of)?\s*[:–—-]?\s+(?<client>(нашей|нашего|the)?\s*(обратившейся|обратившегося|заявительницы|заявителя|клиентки|клиента|пострадавшей|пострадавшего|мигрантки|мигранта|потерпевшей|потерпевшего|client|applicant|caller|migrant)(?!\p{L})\s*)?(?<whose>\p{L}\w+|(?<=\p{L}\s*)$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Before();

    // "Нурдин уулу" and "Алтын кызы" are fathers' names.
    [GeneratedRegex(@"(\p{L}+[нтд][ыиуү]н|\p{L}+ning|\p{L}+нинг)\s+(апасы|атасы|энеси|эжеси|агасы|байкеси|иниси|карындашы|сиңдиси|аялы|күйөөсү|жолдошу|тууганы|бир тууганы|кошунасы|жээни|досу|onasi|otasi|opasi|akasi|ukasi|singlisi|xotini|eri|qizi|oʻgʻli|онаси|отаси|опаси|акаси|укаси|синглиси|хотини|эри)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Behind();
}
