using System.Text.RegularExpressions;

namespace Turna.Cases.Importing.Values;

/// <summary>Names that are another's: "жена Осмоналиева Бакыта", "Нурсултандын апасы". Who called is then not known by name.</summary>
internal static partial class RelativeNames
{
    public static bool Is(string name) => (Before().Match(name) is { Success: true } before && char.IsUpper(before.Groups["whose"].Value[0])) || Behind().IsMatch(name);

    [GeneratedRegex(@"^\s*(мам[аы]|мать|пап[аы]|отец|жен[аы]|супруг[аи]?|муж|брат(ишка)?|сестр([её]нк)?а|доч(ь|ка)|сын(ок)?|т[её]т[яи]|дяд[яи]|бабушк[аи]|дедушк[аи]|сосед(ка)?|подруга|друг|родственни(к|ца|ки)|свекровь|теща|тёща|сноха|невестка|зять|племянни(к|ца)|коллега|земля(к|чка)|wife|husband|mother|father|sister|brother|son|daughter|friend|relative|neighbou?r)(\s+of)?\s*[:–—-]?\s+(?<whose>\p{L}\w+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Before();

    // "Нурдин уулу" and "Алтын кызы" are fathers' names.
    [GeneratedRegex(@"(\p{L}+[нтд][ыиуү]н|\p{L}+ning|\p{L}+нинг)\s+(апасы|атасы|энеси|эжеси|агасы|байкеси|иниси|карындашы|сиңдиси|аялы|күйөөсү|жолдошу|тууганы|бир тууганы|кошунасы|жээни|досу|onasi|otasi|opasi|akasi|ukasi|singlisi|xotini|eri|qizi|oʻgʻli|онаси|отаси|опаси|акаси|укаси|синглиси|хотини|эри)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Behind();
}
