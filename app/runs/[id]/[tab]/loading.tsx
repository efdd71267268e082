export default function LoadingTab() {
  return (
    <p role="status" className="text-soft">
      Loading
    </p>
  );
}
