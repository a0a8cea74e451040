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

    /// <summary>An office or an act of signing, and beside it nothing but names and room for a signature. A figure is a day, a sum or a telephone.</summary>
    public static bool Is(SourceRow row, int[] filled)
    {
        if (filled.Length > MostCells || !Array.TrueForAll(filled, column => row[column].Kind == CellKind.Text && !row[column].Words!.Any(char.IsDigit))) return false;
        var texts = Array.ConvertAll(filled, column => row[column].Words!);
        return NamesOffice(texts[0]) && Array.Exists(texts, IsSigned) && texts.Skip(1).All(text => IsSigned(text) || NamesOffice(text));
    }

    private static bool NamesOffice(string text)
    {
        var words = Spelling.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(1, MostWordsOfOffice).Any(count => count <= words.Length && Words.Shipped.Says("signature", string.Join(' ', words.Take(count))));
    }

    /// <summary>"Ж. Осмоналиева", "имзо ____"</summary>
    private static bool IsSigned(string text) => Room().IsMatch(text) || Initialled().IsMatch(text);

    [GeneratedRegex("_{2,}")]
    private static partial Regex Room();

    [GeneratedRegex(@"(^|[\s:])(\p{Lu}\.\s*){1,2}\p{Lu}\p{L}+|\p{Lu}\p{L}+\s+\p{Lu}\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Initialled();
}
