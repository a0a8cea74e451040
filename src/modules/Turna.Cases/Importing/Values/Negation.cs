using System.Text.RegularExpressions;

namespace Turna.Cases.Importing.Values;

/// <summary>Which words turn a clause round: "не" before a word, "нельзя" anywhere, and Kyrgyz and Uzbek verbs that carry it in themselves.</summary>
internal static partial class Negation
{
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal) { "не", "ни", "без", "not", "dont", "never", "no", "doesnt" };

    private static readonly HashSet<string> Anywhere = new(StringComparer.Ordinal) { "нельзя", "невозможно", "нежелательно", "эмес", "емас", "болбойт", "жарабайт", "emas", "cannot", "cant", "стоп" };

    /// <summary>"ни в коем случае" only strengthens the "не" it stands beside.</summary>
    public static string WithoutIdioms(string folded) => Idiom().Replace(folded, " ");

    /// <summary>It turns round the word that follows.</summary>
    public static bool IsBefore(string folded) => Before.Contains(folded);

    /// <summary>It turns round the whole clause, wherever it stands.</summary>
    public static bool IsAnywhere(string folded) => Anywhere.Contains(folded) || Forbidding().IsMatch(folded);

    /// <summary>"чалбагыла", "жазбаңыз", "yozmang": a verb that says itself what is not to be done.</summary>
    public static bool IsWithin(string folded) => Order().IsMatch(folded) && !Statement().IsMatch(folded);

    /// <summary>"не использовать", "не надо": what stands beside it is not to be done either.</summary>
    public static bool IsCarrier(string folded) => Carrier().IsMatch(folded);

    /// <summary>An ending of a Kyrgyz or Uzbek verb that denies it: "-байт", "-бейт", "-пады", "-maydi".</summary>
    public static bool IsEnding(string ending) => Denying().IsMatch(ending);

    public static bool Is(string folded) => IsBefore(folded) || IsAnywhere(folded) || IsWithin(folded) || folded is "нет" or "жок" or "yoq";

    [GeneratedRegex(@"\bни\s+(в\s+коем\s+случае|при\s+каких\s+\w+|за\s+что)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Idiom();

    [GeneratedRegex("^(запрещ|запрет|воздерж|избега|тыюу|avoid|forbid)")]
    private static partial Regex Forbidding();

    [GeneratedRegex("^((теле?фон)?чал|жаз|байланыш|айт|бил|билдир|билгиз|кыл|калтыр|жибер|жонот|колдон|угуз|угул|ук|сез|корсот|кор(?=босун)|билин|билиш|айтыл|суйлош|тынчсыздандыр|урун)[бп][аое]|^(qil|qilin|yoz|yozil|eshit|sez|korsat|korin|эшит|сез|курсат|килин|ayt|aytil|bil|bildir|бил|билдир|айтил|qoldir|yubor|jonat|boglan|ishlat|килм|кил|ез|айт|юбор|колдир|ишлат)(ma|ма)")]
    private static partial Regex Order();

    [GeneratedRegex("^(б|п)(а|е|о)(й|ды|ди|ду|ган|ген|гон|с|п|т)|^(ma|ма)(y|й|di|ди|gan|ган|sl|сл|s|с)")]
    private static partial Regex Denying();

    // "чалбайт", "yozmadi", "жазбаса" tell what is or may be, not what is asked for.
    [GeneratedRegex("(йт|йм|йбыз|ды|ди|дым|ган|са|йсын|йсы|ydi|adi|madi|gan|sa)$")]
    private static partial Regex Statement();

    [GeneratedRegex("^(использ|пользов|надо|нужно|стоит|следует|рекоменд|разреш|желательн|оставля|оставит|отправ|присыл|посыла|слать|шлите|шли$|кидать|передава|можно|может|могу|удобно|безопасн|use$|leave|send|want)")]
    private static partial Regex Carrier();
}
