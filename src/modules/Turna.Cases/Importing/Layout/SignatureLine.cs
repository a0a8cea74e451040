using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Layout;

/// <summary>Who kept the register, under its entries: "Ответственный секретарь | Ж. Осмоналиева", "Қабул қилди: Тўхтасинова Р. | имзо ____".</summary>
internal static partial class SignatureLine
{
    private const int MostCells = 4;
    private const int MostWordsOfOffice = 3;

    /// <summary>
    /// An office or an act of signing, and beside it nothing but names and room for a signature. A figure is a day, a sum or a telephone, and a word
    /// that is neither ("Директор Иванов И. держит паспорт") tells of something.
    /// </summary>
    public static bool Is(SourceRow row, int[] filled)
    {
        if (filled.Length > MostCells || !Array.TrueForAll(filled, column => row[column].Kind == CellKind.Text && !row[column].Words!.Any(char.IsDigit))) return false;
        var texts = Array.ConvertAll(filled, column => row[column].Words!);
        return OfficeOf(texts[0]) > 0 && (Array.Exists(texts, IsSigned) || IsForm(texts)) && Array.TrueForAll(texts, TellsNothing);
    }

    /// <summary>How many words of the text name an office; 0 when it begins with none.</summary>
    private static int OfficeOf(string text)
    {
        var words = WordsOf(text);
        return Enumerable.Range(1, MostWordsOfOffice).LastOrDefault(count => count <= words.Length && Words.Shipped.Says("signature", Spelling.Fold(string.Join(' ', words.Take(count)))));
    }

    /// <summary>"Руководитель | подпись": an office, and the word that tells where to sign.</summary>
    private static bool IsForm(string[] texts) => texts.Length > 1 && Array.TrueForAll(texts, text => OfficeOf(text) == WordsOf(text).Length);

    /// <summary>"Ж. Осмоналиева", "имзо ____"</summary>
    private static bool IsSigned(string text) => Room().IsMatch(text) || Array.Exists(text.Split(','), part => Initialled().IsMatch(BesideOffice(part)));

    private static bool TellsNothing(string text) => Array.TrueForAll(text.Split(','), part => BesideOffice(part) is var rest && (rest.Length == 0 || Initialled().IsMatch(rest)));

    private static string BesideOffice(string part) => string.Join(' ', WordsOf(part).Skip(OfficeOf(part)).Where(word => !Room().IsMatch(word)));

    private static string[] WordsOf(string text) => text.Split([' ', ':', '/', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex("_{2,}")]
    private static partial Regex Room();

    // "Ж. Осмоналиева", "Асанов Б. А.", and the same behind the words of an office.
    [GeneratedRegex(@"^((\p{Lu}\.\s*){1,2}\p{Lu}[\p{L}-]+|\p{Lu}[\p{L}-]+\s+(\p{Lu}\.\s*){1,2})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Initialled();
}
