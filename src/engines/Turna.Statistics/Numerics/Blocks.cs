using System.Runtime.ExceptionServices;

namespace Turna.Statistics.Survey;

/// <summary>
/// Work over rows in blocks of a fixed size. Partial results are added in the order of the blocks,
/// so the sum has the same bits whatever the number of threads.
/// </summary>
internal static class Blocks
{
    private const int Size = 1 << 16;

    /// <summary>Runs an action for every number from 0, on all processors; what it throws comes out as it was thrown.</summary>
    public static void Each(int count, Action<int> action)
    {
        try
        {
            Parallel.For(0, count, action);
        }
        catch (AggregateException all) when (all.InnerException is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }

    /// <summary>Runs an action over every block of rows; the blocks share nothing.</summary>
    public static void ForEach(int rows, Action<int, int> action)
    {
        if (rows <= Size)
        {
            action(0, rows);
            return;
        }

        var count = (rows + Size - 1) / Size;
        Each(count, block => action(block * Size, Math.Min(rows, (block + 1) * Size)));
    }

    /// <summary>Adds up what every block of rows gives for each of <paramref name="width"/> sums.</summary>
    public static double[] Sum(int rows, int width, Action<int, int, double[]> addBlock) => Sum(rows, width, Size, addBlock);

    /// <summary>The same with few, large blocks, for sums too wide to be kept once per small block.</summary>
    public static double[] WideSum(int rows, int width, Action<int, int, double[]> addBlock)
    {
        // At most 16 blocks, and no more memory than 64 MiB for the partial sums; the count depends on the input only.
        var blocks = Math.Clamp((8 << 20) / Math.Max(1, width), 1, 16);
        return Sum(rows, width, Math.Max(Size, (rows + blocks - 1) / blocks), addBlock);
    }

    private static double[] Sum(int rows, int width, int size, Action<int, int, double[]> addBlock)
    {
        var count = Math.Max(1, (rows + size - 1) / size);
        var parts = new double[count][];
        if (count == 1)
        {
            parts[0] = new double[width];
            addBlock(0, rows, parts[0]);
            return parts[0];
        }

        Each(count, block =>
        {
            parts[block] = new double[width];
            addBlock(block * size, Math.Min(rows, (block + 1) * size), parts[block]);
        });

        var total = parts[0];
        for (var block = 1; block < count; block++)
        {
            for (var i = 0; i < width; i++) total[i] += parts[block][i];
        }

        return total;
    }
}
