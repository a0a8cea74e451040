using Turna.Cases.Importing.Reading;

namespace Turna.Cases.Importing.Values;

/// <summary>The name an office gives to a kind of matters, over a column of marks or behind a code: "учёт/патент", "Stay, registration, permits".</summary>
internal static class TopicHeading
{
    /// <summary>One topic told for certain by a part of the name is not cast into doubt by the words beside it, as they only say more of the same kind.</summary>
    public static Topics Read(string name)
    {
        var read = TopicReader.Read(SourceCell.Of(name));
        return read is { Codes.Count: 1, Doubts.Count: > 0 } && !IsVague(name, read.Codes[0]) ? read with { Doubts = [] } : read;
    }

    private static bool IsVague(string name, string code)
    {
        var parts = name.Split(['/', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => TopicReader.Read(SourceCell.Of(part))).ToArray();
        return parts.Length < 2 || !Array.Exists(parts, part => part is { Codes.Count: 1, Doubts.Count: 0 }) || Array.Exists(parts, part => part.Codes.Count > 0 && (part.Doubts.Count > 0 || part.Codes[0] != code));
    }
}
