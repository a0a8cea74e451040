using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>What a register tells by how it speaks of who made the contact: "сама", "сам", "мать", "не назвалась".</summary>
internal static partial class CallerReader
{
    /// <summary>True when the cell may stand in a column of who made the contact.</summary>
    public static bool Is(SourceCell cell) => Told(cell.Written) is { Length: > 0 } folded && (IsSelf(folded) || IsAnother(folded) || folded.Split(' ').All(word => Words.Shipped.Says("other", word)));

    /// <summary>True when it says that she came or called herself.</summary>
    public static bool IsSelf(SourceCell cell) => Told(cell.Written) is { Length: > 0 } folded && IsSelf(folded);

    /// <summary>Her sex where she came herself and the word shows it. A mother or a neighbour who called shows nothing of it.</summary>
    public static char? Sex(SourceCell cell) => cell.IsBlank ? null : OfForms(Told(cell.Written), "selfFemale", "selfMale");

    /// <summary>Her sex where a form of a verb in the place of the name shows it: "не назвалась", "не представился".</summary>
    public static char? SexOfUnnamed(string written) => Parts().Split(written).Select(part => OfForms(Spelling.Fold(part), "unnamedFemale", "unnamedMale")).OfType<char>().Distinct().ToArray() is [var one] ? one : null;

    /// <summary>How she is spoken of in the place of her name: "Сайра-эже", "Нурлан байке".</summary>
    public static char? SexOfAddress(string written) => Address().Match(written) is { Success: true } address ? OfForms(Spelling.Fold(address.Value), "addressFemale", "addressMale") : null;

    /// <summary>Whose relative she is to the one who called: "Нурзат (дочь)", "сын, имя не сказала".</summary>
    public static char? SexOfKin(string written) => Kin().Match(written) is { Success: true } kin ? OfForms(Spelling.Fold(kin.Groups["kin"].Value), "kinFemale", "kinMale") : null;

    /// <summary>"Муж обратившейся Сайры", "Сёстры Бакиевы": who stands there is known by the word of kinship before the name, or behind it.</summary>
    public static char? SexOfRelation(string written) => Relation().Matches(written).Select(word => OfForms(Spelling.Fold(word.Value), "kinFemale", "kinMale")).FirstOrDefault(sex => sex is not null);

    /// <summary>"Ушла от хозяйки, работала без оплаты": what begins so speaks of the client, where nobody else is named. The form of a man is that of anybody.</summary>
    public static char? SexOfStory(string written) => IsAnother(string.Join(' ', Spelling.Fold(written).Split(' ').Where(word => !Words.Shipped.Says("bossWord", word)))) ? null
        : Clauses().Split(written).Any(clause => Words.Shipped.Says("storyFemale", Spelling.Fold(clause).Split(' ')[0])) ? 'F' : null;

    /// <summary>True when somebody else made the contact, so that such a form speaks of that person.</summary>
    public static bool IsAnother(SourceCell cell) => Told(cell.Written) is { Length: > 0 } folded && IsAnother(folded);

    private static bool IsSelf(string folded) => Words.Shipped.Says("selfFemale", folded) || Words.Shipped.Says("selfMale", folded) || Words.Shipped.Says("self", folded);

    private static bool IsAnother(string folded) => PhoneOwnerWords.NamesAnother(folded);

    private static char? OfForms(string folded, string female, string male) => (Words.Shipped.Says(female, folded), Words.Shipped.Says(male, folded)) switch
    {
        (true, false) => 'F', (false, true) => 'M', _ => null,
    };

    /// <summary>"Та же, что № 17": which row it was is no part of it.</summary>
    private static string Told(string written) => Spelling.Fold(Reference().Replace(written, " "));

    [GeneratedRegex(@"(см\.?\s*)?(№|n|стр\.?|строк\w+|запис\w+)?\s*[0-9]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<=\p{L}[\s\-–]+)\p{L}+(?=\s*$)")]
    private static partial Regex Address();

    [GeneratedRegex(@"^\s*(?<kin>\p{Ll}+)\s*($|[,(:–—-])|\(\s*((ее|её|его|моя|мой)\s+)?(?<kin>\p{Ll}+)\s*\)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Kin();

    [GeneratedRegex(@"^\s*\p{L}+|\p{L}+\s*$")]
    private static partial Regex Relation();

    [GeneratedRegex(@"[,;.:()\n–—]")]
    private static partial Regex Clauses();

    [GeneratedRegex("[,;()/]")]
    private static partial Regex Parts();
}
