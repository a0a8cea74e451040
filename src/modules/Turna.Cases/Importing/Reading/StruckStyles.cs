using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Turna.Cases.Importing.Reading;

/// <summary>Which cell styles of a workbook draw a line through the text, as offices do with an entry made by mistake.</summary>
internal static class StruckStyles
{
    /// <param name="styles">The part <c>xl/styles.xml</c>; null in a workbook without one.</param>
    /// <param name="longest">Styles unpacked to more bytes than this are not read, and nothing counts as struck.</param>
    /// <returns>The numbers of the styles as cells name them; empty for most workbooks.</returns>
    public static IReadOnlySet<string> In(ZipArchiveEntry? styles, long longest)
    {
        var struck = new HashSet<string>(StringComparer.Ordinal);
        if (styles is null || styles.Length > longest) return struck;
        using var part = styles.Open();
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = longest });
        var fonts = new HashSet<int>();
        var (font, style) = (-1, -1);
        var within = string.Empty;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "fonts" or "cellXfs") within = string.Empty;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName is "fonts" or "cellXfs" or "cellStyleXfs" or "dxfs") within = xml.LocalName;
            else if (within == "fonts" && xml.LocalName == "font") font++;
            else if (within == "fonts" && xml.LocalName == "strike" && xml.GetAttribute("val") is not ("0" or "false")) fonts.Add(font);
            else if (within == "cellXfs" && xml.LocalName == "xf" && ++style >= 0 && int.TryParse(xml.GetAttribute("fontId"), CultureInfo.InvariantCulture, out var id) && fonts.Contains(id))
                struck.Add(style.ToString(CultureInfo.InvariantCulture));
        }

        return struck;
    }
}
